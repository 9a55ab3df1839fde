// A text on the page with marks in it. It stands in front of the script of every widget that shows
// a text (`joined` in script.py).
//
// Python counts code points, JavaScript counts UTF-16 units: all offsets in here are code points
// but for those of `units` and of the page itself.

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

const LANES = 6; // more lines under a word cannot be told apart

/** For each mark its lane, from 0: marks that overlap get lanes of their own, while there are any. */
function lanes(marks) {
  const free = new Array(LANES).fill(0); // where each lane's last mark ends
  const chosen = new Map();
  const inOrder = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const mark of inOrder) {
    const lane = free.findIndex((end) => end <= mark.start);
    chosen.set(mark, lane < 0 ? LANES - 1 : lane);
    free[chosen.get(mark)] = Math.max(mark.end, free[chosen.get(mark)]);
  }
  return chosen;
}

function inked(element, { colour, line }) {
  element.style.setProperty("--ink", colour);
  element.style.setProperty("--line", line);
  return element;
}

/**
 * A text drawn into the element `view`.
 *
 * A mark is `{start, end, colour, line, title}`, and may have an `id`, and `look`: class names.
 */
class TextView {
  constructor(view, { hasStops = false } = {}) {
    this.view = view;
    this.hasStops = hasStops; // is each mark a stop of the Tab key?
    this.text = "";
    this.units = [0];
    this.drawn = []; // for each paragraph what it shows, in one string
    this.target = [];
    this.segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter() : null;
    view.classList.add("reading-pane-text");
  }

  /** The words between two code points. */
  words(start, end) {
    return this.text.slice(this.units[start], this.units[end]);
  }

  /**
   * Show this; paragraphs that would look the same as before are left alone. `frames` may say of a
   * paragraph its `look` (class names) and a `note` that stands below it and is no part of the text.
   */
  draw(text, paragraphs, numbers, marks, frames = []) {
    const scrolled = this.view.scrollTop;
    const caret = this.view.contains(document.activeElement) ? this.caret() : null;
    if (text !== this.text || this.view.childElementCount !== paragraphs.length) this.forget();
    if (text !== this.text) {
      this.text = text;
      this.units = unitOfPoint(text);
    }
    const lane = lanes(marks);
    const looks = new Map(marks.map((mark) => [mark, JSON.stringify([mark, lane.get(mark)])]));
    const drawn = pieces(paragraphs, marks);
    const stops = new Map(); // where each mark's first piece that is shown begins
    for (const { from, covering } of drawn.flat()) {
      for (const mark of covering) if (!stops.has(mark)) stops.set(mark, from);
    }
    let hasChanged = false;
    drawn.forEach((inside, index) => {
      const covered = inside.map(({ from, to, covering }) => [
        ...[from, to],
        ...covering.map((mark) => looks.get(mark) + (stops.get(mark) === from)),
      ]);
      const look = JSON.stringify([paragraphs[index], numbers[index], frames[index], covered]);
      if (look === this.drawn[index]) return;
      this.drawn[index] = look;
      hasChanged = true;
      const paragraph = this.paragraph(inside, numbers[index], lane, stops);
      paragraph.className = frames[index]?.look ?? "";
      if (frames[index]?.note) paragraph.dataset.note = frames[index].note;
      const old = this.view.children[index];
      if (old) old.replaceWith(paragraph);
      else this.view.append(paragraph);
    });
    if (!hasChanged) return;
    this.view.scrollTop = scrolled;
    this.drawTarget();
    if (caret) this.select(caret.start, caret.end);
  }

  /** Whatever is on the page, draw all of it the next time. */
  forget() {
    this.drawn = [];
    this.view.replaceChildren();
  }

  paragraph(inside, number, lane, stops) {
    const paragraph = document.createElement("p");
    paragraph.dir = "auto";
    // Drawn by the style sheet, so that the number is no part of the text that is clicked or copied.
    paragraph.dataset.number = number || "";
    let deepest = 0;
    for (const { from, to, covering } of inside) {
      // textContent, never innerHTML: an article may hold anything.
      const words = document.createElement("span");
      words.textContent = this.words(from, to);
      words.dataset.start = from;
      words.dataset.end = to;
      let piece = words;
      for (const mark of [...covering].sort((a, b) => lane.get(a) - lane.get(b))) {
        const marked = inked(document.createElement("mark"), mark);
        if (mark.look) marked.className = mark.look;
        marked.style.paddingBottom = `${lane.get(mark) * 4}px`;
        deepest = Math.max(deepest, lane.get(mark));
        marked.title = mark.title;
        if (mark.id) marked.dataset.mark = mark.id;
        marked.dataset.markStart = mark.start;
        marked.dataset.markEnd = mark.end;
        // One stop of the Tab key for each mark, at its first piece that is shown.
        if (this.hasStops && stops.get(mark) === from) {
          marked.tabIndex = 0;
          marked.setAttribute("role", "button");
          marked.setAttribute("aria-label", `${this.words(mark.start, mark.end)} (${mark.title})`);
        }
        marked.append(piece);
        piece = marked;
      }
      paragraph.append(piece);
    }
    if (deepest > 1) paragraph.style.lineHeight = `calc(1.9em + ${(deepest - 1) * 4}px)`;
    return paragraph;
  }

  /** Outline these spans (`[[start, end], …]`) and bring the first into view. */
  show(spans) {
    this.target = spans;
    const first = this.drawTarget();
    if (!first) return;
    // Only this view scrolls: scrollIntoView would move the whole notebook as well.
    const box = this.view.getBoundingClientRect();
    this.view.scrollTop += first.getBoundingClientRect().top - box.top - this.view.clientHeight / 3;
  }

  drawTarget() {
    for (const old of this.view.querySelectorAll(".reading-pane-target")) {
      old.classList.remove("reading-pane-target");
    }
    if (!this.target.length) return null;
    const hit = [...this.view.querySelectorAll("[data-start]")].filter((words) =>
      this.target.some(([start, end]) => Number(words.dataset.start) < end && start < Number(words.dataset.end)),
    );
    for (const words of hit) words.classList.add("reading-pane-target");
    return hit.find((words) => this.target[0][0] < Number(words.dataset.end)) ?? hit[0];
  }

  /** The code point under the mouse, or null between paragraphs. */
  pointAt(event) {
    const at = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(event.clientX, event.clientY)
      : document.caretRangeFromPoint(event.clientX, event.clientY);
    const node = at?.offsetNode ?? at?.startContainer;
    if (!node?.parentElement?.closest("[data-start]") || !this.view.contains(node)) return null;
    return this.pointOf(node, at.offset ?? at.startOffset);
  }

  /** The code point at a place of the page inside the view. */
  pointOf(node, offset) {
    const words = node.nodeType === Node.TEXT_NODE && node.parentElement.closest("[data-start]");
    if (words) return pointOfUnit(this.units, this.units[Number(words.dataset.start)] + offset);
    // A place between elements, as where a whole paragraph was selected.
    const probe = document.createRange();
    probe.setStart(node, offset);
    const all = [...this.view.querySelectorAll("[data-start]")];
    const next = all.find((piece) => probe.comparePoint(piece.firstChild, 0) >= 0);
    return Number(next ? next.dataset.start : all.at(-1)?.dataset.end ?? 0);
  }

  /** The page's selection as `{start, end}`, where it lies wholly in this view; else null. */
  caret() {
    const selection = document.getSelection();
    if (!selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!this.view.contains(range.startContainer) || !this.view.contains(range.endContainer)) return null;
    return {
      start: this.pointOf(range.startContainer, range.startOffset),
      end: this.pointOf(range.endContainer, range.endOffset),
    };
  }

  /**
   * What is selected, without white space at its ends, and with whole graphemes (👩🏽‍🚒 and é are
   * one each); null where nothing is.
   */
  selection() {
    const caret = this.caret();
    return caret && this.whole(caret.start, caret.end);
  }

  whole(start, end) {
    let from = this.units[start];
    let to = this.units[end];
    while (from < to && /\s/.test(this.text[from])) from += 1;
    while (from < to && /\s/.test(this.text[to - 1])) to -= 1;
    if (from >= to) return null;
    const graphemes = this.segmenter?.segment(this.text);
    if (graphemes) {
      from = graphemes.containing(from).index;
      const last = graphemes.containing(to - 1);
      to = last.index + last.segment.length;
    }
    return { start: pointOfUnit(this.units, from), end: pointOfUnit(this.units, to) };
  }

  /** Select these words on the page; an empty place is where the caret goes. */
  select(start, end) {
    const from = this.place(start, true);
    const to = start === end ? from : this.place(end, false);
    if (from && to) document.getSelection().setBaseAndExtent(...from, ...to);
  }

  /** Where a code point is on the page: in the piece that begins there, or else that ends there. */
  place(point, isStart) {
    const all = [...this.view.querySelectorAll("[data-start]")];
    const piece = isStart
      ? all.find((words) => point < Number(words.dataset.end)) ?? all.at(-1)
      : all.findLast((words) => Number(words.dataset.start) < point) ?? all[0];
    if (!piece?.firstChild) return null;
    const offset = this.units[point] - this.units[Number(piece.dataset.start)];
    return [piece.firstChild, Math.max(0, Math.min(offset, piece.firstChild.length))];
  }
}

/**
 * Give the view a caret, so that words are selected by keyboard, too: arrows, with Ctrl (on a Mac
 * Alt) by word, with Shift to select. The browser moves it; whatever would change the text is
 * refused.
 */
function giveCaret(view, redraw) {
  view.contentEditable = "true";
  view.spellcheck = false;
  view.inputMode = "none"; // no keyboard on the screen of a tablet
  view.setAttribute("role", "textbox");
  view.setAttribute("aria-multiline", "true");
  view.setAttribute("aria-readonly", "true");
  for (const change of ["beforeinput", "paste", "cut", "drop", "dragstart"]) {
    view.addEventListener(change, (event) => event.preventDefault());
  }
  // A press inside what is selected would drag it away instead of selecting anew.
  view.addEventListener("mousedown", ({ button, detail, shiftKey }) => {
    if (button === 0 && detail === 1 && !shiftKey) document.getSelection().removeAllRanges();
  });
  // An input method (accents, Chinese) cannot be refused: take back what it wrote.
  for (const change of ["input", "compositionend"]) view.addEventListener(change, redraw);
}

/** True for what the notebook should still get: Shift+Enter, and shortcuts with Ctrl, Alt or Cmd. */
function isForNotebook(event) {
  const withModifier = event.ctrlKey || event.metaKey || event.altKey;
  // In a text these move the caret, select and copy; the notebook would move or copy its cells.
  const inText = /^(Arrow.*|Home|End|PageUp|PageDown|a|c|A|C)$/.test(event.key);
  return (withModifier && !inText) || (event.key === "Enter" && event.shiftKey);
}
