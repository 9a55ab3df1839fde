// Labelled fields and one button. The button sends all that is written in one message: the values
// of single widgets travel in messages of their own, which Python may read after the press.

let lists = 0; // how many lists of suggestions there are on the page: each needs an id of its own

function control({ example, rows, choices }) {
  const field = document.createElement(choices.length ? "select" : rows > 1 ? "textarea" : "input");
  for (const choice of choices) field.add(new Option(choice));
  if (rows > 1) field.rows = rows;
  if (!choices.length) field.placeholder = example;
  field.dir = "auto";
  return field;
}

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "workbook-form";
  const fields = model.get("fields").map((about) => {
    const line = document.createElement("label");
    const words = document.createElement("span");
    words.textContent = about.label;
    const field = control(about);
    line.append(words, field);
    root.append(line);
    return { name: about.name, field };
  });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jupyter-widgets jupyter-button widget-button";
  if (model.get("is_primary")) button.classList.add("mod-primary");
  button.textContent = model.get("button");
  root.append(button);
  el.append(root);

  function fill() {
    const values = model.get("values");
    for (const { name, field } of fields) if (name in values) field.value = values[name];
  }

  function suggest() {
    for (const list of root.querySelectorAll("datalist")) list.remove();
    for (const { name, field } of fields) {
      const suggestions = model.get("suggestions")[name];
      if (!suggestions) continue;
      const list = document.createElement("datalist");
      lists += 1;
      list.id = `workbook-form-${lists}`;
      list.append(...suggestions.map((words) => new Option(words)));
      root.append(list);
      field.setAttribute("list", list.id);
    }
  }

  button.addEventListener("click", () => {
    const values = Object.fromEntries(fields.map(({ name, field }) => [name, field.value]));
    model.send({ values });
  });
  model.on("change:values", fill);
  model.on("change:suggestions", suggest);
  fill();
  suggest();
}

export default { render };
