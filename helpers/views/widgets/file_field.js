// A labelled file field. What is too large for the notebook's server never leaves the page: a
// message over its limit would cut the connection to Python without a word.

function render({ model, el }) {
  const label = document.createElement("label");
  label.style.cssText = "display:inline-flex;flex-wrap:wrap;align-items:center;gap:0.6em;margin:2px";
  const name = document.createElement("span");
  name.style.cssText = "min-width:5.5em;font-size:var(--jp-ui-font-size1, 13px)";
  name.textContent = model.get("description");
  const field = document.createElement("input");
  field.type = "file";
  field.accept = model.get("accept");
  label.append(name, field);
  el.append(label);

  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (!file) return;
    const about = { name: file.name, size: file.size };
    const bytes = file.size <= model.get("limit") ? [await file.arrayBuffer()] : [];
    model.send(about, undefined, bytes);
  });
  // Else the same file could not be chosen again after it was changed.
  field.addEventListener("click", () => {
    field.value = "";
  });
  // Plain keys belong to the field, not to the notebook around it; Tab goes on.
  field.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
}

export default { render };
