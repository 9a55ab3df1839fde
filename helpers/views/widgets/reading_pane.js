// A text with layers of marks. Python counts code points, JavaScript counts UTF-16 units: every
// offset that comes from Python goes through `units`, every one that goes back through `points`.

/** For each code point of `text` the unit at which it begins, and at the end the text's length. */
function unitOfPoint(text) {
  const starts = [];
  let unit = 0;
  for (const sign of text) {
    starts.push(unit);
    unit += sign.length;
  }
  starts.push(unit);
  return starts;
}

/** The code point at or before a unit: binary search in what `unitOfPoint` gave. */
function pointOfUnit(starts, unit) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * For each paragraph its pieces between the edges of marks, each with the marks that cover it, the
 * first mark first. One walk with the marks that are open, as `find_pieces` in pieces.py.
 */
function pieces(paragraphs, marks) {
  const begin = new Map();
  const end = new Map();
  const note = (edges, at, number) => edges.has(at) ? edges.get(at).push(number) : edges.set(at, [number]);
  marks.forEach((mark, number) => {
    note(begin, mark.start, number);
    note(end, mark.end, number);
  });
  const cuts = [...new Set([...begin.keys(), ...end.keys(), ...paragraphs.flat()])].sort((a, b) => a - b);
  const open = []; // the numbers of the marks, rising
  let at = 0;
  return paragraphs.map(([first, last]) => {
    const inside = [];
    for (; at + 1 < cuts.length && cuts[at] < last; at += 1) {
      const from = cuts[at];
      for (const number of end.get(from) ?? []) open.splice(open.indexOf(number), 1);
      for (const number of begin.get(from) ?? []) {
        let place = open.length;
        while (place && open[place - 1] > number) place -= 1;
        open.splice(place, 0, number);
      }
      if (from >= first) {
        inside.push({ from, to: cuts[at + 1], covering: open.map((number) => marks[number]) });
      }
    }
    return inside;
  });
}

function inked(element, layer) {
  element.style.setProperty("--ink", layer.colour);
  element.style.setProperty("--line", layer.line);
  return element;
}

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "reading-pane";
  const legend = document.createElement("ul");
  legend.className = "reading-pane-legend";
  const view = document.createElement("div");
  view.className = "reading-pane-text";
  view.tabIndex = 0; // so that the keyboard can scroll it
  view.setAttribute("role", "region");
  root.append(legend, view);
  el.append(root);

  let text = "";
  let units = [0];
  let stops = new Set();
  let clicks = 0;
  let problem = null;

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
    const scrolled = view.scrollTop;
    text = model.get("plain_text");
    units = unitOfPoint(text);
    view.lang = model.get("language");
    view.setAttribute("aria-label", model.get("name"));
    const marks = model.get("layers").flatMap((layer) =>
      layer.spans.map(([start, end], number) => {
        return { start, end, layer, title: layer.titles[number] ?? layer.name };
      }),
    );
    stops = new Set();
    view.replaceChildren(...pieces(model.get("paragraphs"), marks).map(drawParagraph));
    view.scrollTop = scrolled;
  }

  function drawParagraph(inside, index) {
    const paragraph = document.createElement("p");
    paragraph.dir = "auto";
    // Drawn by the style sheet, so that the number is no part of the text that is clicked or copied.
    paragraph.dataset.number = model.get("numbers")[index] || "";
    for (const { from, to, covering } of inside) {
      // textContent, never innerHTML: an article may hold anything.
      const words = document.createElement("span");
      words.textContent = text.slice(units[from], units[to]);
      words.dataset.start = from;
      words.dataset.end = to;
      let piece = words;
      covering.forEach((mark, depth) => {
        const marked = inked(document.createElement("mark"), mark.layer);
        marked.style.paddingBottom = `${depth * 4}px`;
        marked.title = mark.title;
        marked.dataset.markStart = mark.start;
        marked.dataset.markEnd = mark.end;
        if (!stops.has(mark)) {
          // One stop of the Tab key for each mark, at its first piece that is shown.
          stops.add(mark);
          marked.tabIndex = 0;
          marked.setAttribute("role", "button");
          const whole = text.slice(units[mark.start], units[mark.end]);
          marked.setAttribute("aria-label", `${whole} (${mark.title})`);
        }
        marked.append(piece);
        piece = marked;
      });
      paragraph.append(piece);
    }
    return paragraph;
  }

  function send(start, end) {
    clicks += 1;
    model.set("click", { start, end, count: clicks });
    model.save_changes();
  }

  function sendMark(mark) {
    send(Number(mark.dataset.markStart), Number(mark.dataset.markEnd));
  }

  /** The code point under the mouse, or null between paragraphs. */
  function pointAt(event) {
    const at = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(event.clientX, event.clientY)
      : document.caretRangeFromPoint(event.clientX, event.clientY);
    const node = at?.offsetNode ?? at?.startContainer;
    const offset = at?.offset ?? at?.startOffset;
    const words = node?.parentElement?.closest("[data-start]");
    if (!words || !view.contains(words)) return null;
    return pointOfUnit(units, units[Number(words.dataset.start)] + offset);
  }

  view.addEventListener("click", (event) => {
    if (!document.getSelection().isCollapsed) return; // the reader is selecting, not asking
    const mark = event.target.closest("mark");
    if (mark) return sendMark(mark);
    const point = pointAt(event);
    if (point !== null) send(point, point);
  });

  root.addEventListener("keydown", (event) => {
    const mark = event.target.closest("mark[tabindex]");
    if (mark && !event.shiftKey && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      sendMark(mark);
    }
    // Else a plain letter would edit the notebook around the widget (JupyterLab's shortcuts).
    // Shift+Enter, and whatever is typed with Ctrl, Alt or Cmd, still reach it.
    const shortcut = event.ctrlKey || event.metaKey || event.altKey || event.key === "Enter" && event.shiftKey;
    if (!shortcut) event.stopPropagation();
  });

  function scrollToTarget() {
    const spans = model.get("target").spans ?? [];
    for (const old of view.querySelectorAll(".reading-pane-target")) {
      old.classList.remove("reading-pane-target");
    }
    const hit = [...view.querySelectorAll("[data-start]")].filter((words) =>
      spans.some(([start, end]) => Number(words.dataset.start) < end && start < Number(words.dataset.end)),
    );
    if (!hit.length) return;
    for (const words of hit) words.classList.add("reading-pane-target");
    const first = hit.find((words) => spans[0][0] < Number(words.dataset.end)) ?? hit[0];
    // Only the pane scrolls: scrollIntoView would move the whole notebook as well.
    const box = view.getBoundingClientRect();
    view.scrollTop += first.getBoundingClientRect().top - box.top - view.clientHeight / 3;
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

  function drawAll() {
    drawLegend();
    drawText();
    scrollToTarget();
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
  model.on("change:target", scrollToTarget);
  model.on("change:problem", drawProblem);
  drawAll();
  drawProblem();
}

export default { render };
