// A text with layers of marks that answers clicks, and tells which words are selected once somebody
// asks (text_view.js).

const SETTLED = 150; // milliseconds without a change of the selection

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "reading-pane";
  const legend = document.createElement("ul");
  legend.className = "reading-pane-legend";
  const view = document.createElement("div");
  view.tabIndex = 0; // so that the keyboard can scroll it
  view.setAttribute("role", "region");
  root.append(legend, view);
  el.append(root);

  const pane = new TextView(view, { hasStops: model.get("has_stops") });
  let clicks = 0;
  let problem = null;
  let isSelectable = false;

  function drawLegend() {
    legend.replaceChildren(
      ...model.get("layers").map((layer) => {
        const item = document.createElement("li");
        const name = inked(document.createElement("mark"), layer);
        name.textContent = layer.name;
        item.append(name, ` (${layer.spans.length})`);
        return item;
      }),
    );
  }

  function drawText() {
    view.lang = model.get("language");
    view.setAttribute("aria-label", model.get("name"));
    const marks = model.get("layers").flatMap(({ name, colour, line, spans, titles }) =>
      spans.map(([start, end], number) => ({ start, end, colour, line, title: titles[number] ?? name })),
    );
    pane.draw(model.get("plain_text"), model.get("paragraphs"), model.get("numbers"), marks);
  }

  function send(start, end) {
    clicks += 1;
    model.set("click", { start, end, count: clicks });
    model.save_changes();
  }

  function placeOf(mark) {
    return [Number(mark.dataset.markStart), Number(mark.dataset.markEnd)];
  }

  /** The mark under the mouse as [start, end], or else the place; null between paragraphs. */
  function placeAt(event) {
    const mark = event.target.closest("mark");
    if (mark) return placeOf(mark);
    const point = pane.pointAt(event);
    return point === null ? null : [point, point];
  }

  function answer(place) {
    // With words selected the reader is selecting, not asking.
    if (place && document.getSelection().isCollapsed) send(...place);
  }

  // Where the text is drawn anew between press and release, what was pressed is no longer on the
  // page, and the browser tells of no click, or of one on the whole text. Then the press counts.
  let pressed = null;
  let isAnswered = false;
  view.addEventListener("mousedown", (event) => {
    pressed = event.button === 0 ? { on: event.target, place: placeAt(event) } : null;
    isAnswered = false;
  });
  view.addEventListener("mouseup", () => {
    if (pressed && !pressed.on.isConnected) {
      isAnswered = true;
      answer(pressed.place);
    }
    pressed = null;
  });
  view.addEventListener("click", (event) => {
    if (!isAnswered) answer(placeAt(event));
    isAnswered = false;
  });

  root.addEventListener("keydown", (event) => {
    const mark = event.target.closest("mark[tabindex]");
    if (mark && !event.shiftKey && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      send(...placeOf(mark));
    } else if (mark && isSelectable && /^(Arrow.*|Home|End)$/.test(event.key)) {
      // From a mark that was reached with Tab, the caret goes on.
      const start = Number(mark.dataset.markStart);
      pane.select(start, start);
    }
    // Else a plain letter would edit the notebook around the widget (JupyterLab's shortcuts).
    if (!isForNotebook(event)) event.stopPropagation();
  });

  let waiting = null;
  function noteSelection() {
    const caret = pane.caret();
    if (!caret) return; // elsewhere on the page: what was selected here stays chosen
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const selected = pane.whole(caret.start, caret.end);
      const { start, end } = model.get("selection");
      if (start === selected?.start && end === selected?.end) return;
      clicks += 1;
      model.set("selection", selected ? { ...selected, count: clicks } : {});
      model.save_changes();
    }, SETTLED);
  }

  function letSelect() {
    if (isSelectable || !model.get("is_selectable")) return;
    isSelectable = true;
    giveCaret(view, () => {
      pane.forget();
      drawText();
    });
    document.addEventListener("selectionchange", noteSelection);
  }

  function drawProblem() {
    problem?.remove();
    if (!model.get("problem")) return;
    problem = document.createElement("p");
    problem.setAttribute("role", "alert");
    problem.className = "reading-pane-problem";
    problem.textContent = model.get("problem");
    root.insertBefore(problem, view);
  }

  function showTarget() {
    pane.show(model.get("target").spans ?? []);
  }

  function drawAll() {
    drawLegend();
    drawText();
    showTarget();
  }

  let isDue = false;
  /** Draw when all that arrived together is in place, and once for it. */
  function drawSoon() {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      drawAll();
    });
  }

  for (const name of ["layers", "plain_text", "paragraphs"]) model.on(`change:${name}`, drawSoon);
  model.on("change:target", showTarget);
  model.on("change:problem", drawProblem);
  model.on("change:is_selectable", letSelect);
  drawAll();
  drawProblem();
  letSelect();
  return () => document.removeEventListener("selectionchange", noteSelection);
}

export default { render };
