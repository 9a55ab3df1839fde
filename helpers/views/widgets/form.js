// Labelled fields and buttons. A button sends all that the fields hold in one message: the values
// of single widgets travel in messages of their own, which Python may read after the press.

let lists = 0; // how many lists of suggestions there are on the page: each needs an id of its own

function control({ example, rows, choices, is_hidden }) {
  const kind = choices ? "select" : rows > 1 ? "textarea" : "input";
  const field = document.createElement(kind);
  if (is_hidden) field.type = "hidden";
  if (choices) field.size = rows;
  else if (rows > 1) field.rows = rows;
  if (!choices) field.placeholder = example;
  field.dir = "auto";
  return field;
}

function labelled(label, field) {
  const line = document.createElement("label");
  const words = document.createElement("span");
  words.textContent = label;
  line.append(words, field);
  return line;
}

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "workbook-form";
  const fields = model.get("fields").map((about) => {
    const field = control(about);
    root.append(about.is_hidden ? field : labelled(about.label, field));
    return { name: about.name, field };
  });
  const buttons = document.createElement("div");
  root.append(buttons);
  el.append(root);

  function offer() {
    for (const { name, field } of fields) {
      const choices = model.get("choices")[name];
      if (!choices) continue;
      const before = field.value;
      field.replaceChildren(...choices.map(([line, value]) => new Option(line, value)));
      if (choices.some(([, value]) => value === before)) field.value = before;
    }
  }

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

  function press(name) {
    const values = Object.fromEntries(fields.map(({ name, field }) => [name, field.value]));
    model.send({ button: name, values });
  }

  for (const [number, name] of model.get("buttons").entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jupyter-widgets jupyter-button widget-button";
    if (number === 0 && model.get("is_primary")) button.classList.add("mod-primary");
    button.textContent = name;
    button.addEventListener("click", () => press(name));
    buttons.append(button);
  }
  // Enter sends what was written on one line, as in any form; where suggestions are shown, it takes
  // one. Shift+Enter sends from every field: it would run the cell anew, and with it take away what
  // was written and not sent yet.
  root.addEventListener("keydown", (event) => {
    const isField = fields.some(({ field }) => field === event.target);
    const isLine = event.target instanceof HTMLInputElement && !event.target.list;
    if (event.key !== "Enter" || event.isComposing || !isField) return;
    if (!isLine && !event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    press(model.get("buttons")[0]);
  });
  model.on("change:choices", offer);
  model.on("change:values", fill);
  model.on("change:suggestions", suggest);
  offer();
  fill();
  suggest();
}

export default { render };
