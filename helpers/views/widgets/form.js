// Labelled fields and one button. The button sends all that is written in one message: the values
// of single widgets travel in messages of their own, which Python may read after the press.

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "workbook-form";
  const fields = model.get("fields").map(({ name, label, example, rows }) => {
    const line = document.createElement("label");
    const words = document.createElement("span");
    words.textContent = label;
    const field = document.createElement(rows > 1 ? "textarea" : "input");
    if (rows > 1) field.rows = rows;
    field.placeholder = example;
    field.dir = "auto";
    line.append(words, field);
    root.append(line);
    return { name, field };
  });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jupyter-widgets jupyter-button widget-button";
  if (model.get("is_primary")) button.classList.add("mod-primary");
  button.textContent = model.get("button");
  root.append(button);
  el.append(root);

  function fill() {
    for (const { name, field } of fields) field.value = model.get("values")[name] ?? "";
  }

  button.addEventListener("click", () => {
    const values = Object.fromEntries(fields.map(({ name, field }) => [name, field.value]));
    model.send({ values });
  });
  model.on("change:values", fill);
  fill();
}

export default { render };
