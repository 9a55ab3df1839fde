// A labelled range field. The number follows the thumb at once; Python hears of it when the thumb
// is let go (or an arrow key pressed), so that a slow laptop is not flooded with charts to draw.

function render({ model, el }) {
  const label = document.createElement("label");
  label.style.cssText = "display:inline-flex;align-items:center;gap:0.6em;margin:2px";
  const name = document.createElement("span");
  const range = document.createElement("input");
  range.type = "range";
  const number = document.createElement("output");
  label.append(name, range, number);
  el.append(label);

  function draw() {
    name.textContent = model.get("description");
    range.min = model.get("smallest");
    range.max = model.get("largest");
    range.value = model.get("value");
    number.textContent = range.value;
  }

  range.addEventListener("input", () => {
    number.textContent = range.value;
  });
  range.addEventListener("change", () => {
    model.set("value", Number(range.value));
    model.save_changes();
  });
  // Plain keys belong to the slider, not to the notebook around it; Tab goes on.
  range.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
  model.on("change:value change:smallest change:largest change:description", draw);
  draw();
}

export default { render };
