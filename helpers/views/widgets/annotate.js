// The annotator: a text to mark, and everything that can be done to a mark. What an edit is and
// whether it is on the disk is in annotate_saving.js, what is above and beside the text in
// annotate_bar.js and annotate_panels.js, the keys in annotate_keys.js, the text with its caret in
// text_view.js.

const UNKNOWN = { colour: "#999999", line: "dotted" }; // a label that is not in the codebook
const MACHINE = { colour: "#999999", line: "dotted", look: "annotate-machine" };
const SELECTED = { colour: "#999999", line: "solid", look: "annotate-selected", title: "selected" };
const PLACES = ["headline", "text"];
const ALL_LAYERS = "every layer";

class Annotator {
  constructor(model, el) {
    this.model = model;
    this.codebook = model.get("codebook");
    this.labels = this.codebook.labels;
    this.layers = [...new Set(this.labels.map(({ layer }) => layer))];
    this.layer = this.layers[0];
    this.filter = ""; // the one label that is shown, or "" for all
    this.selected = null; // {place, start, end}
    this.isFromList = false; // was it chosen without the caret?
    this.chosen = ""; // the id of the mark that is looked at
    this.before = ""; // and of the one before it
    this.meaning = ""; // the label that is explained
    this.keepsLinking = false;
    this.showsMachine = false;
    this.questions = new Map(); // what waits for an answer, by number
    this.sentences = this.readSentences();
    this.build(el);
    this.saving = new Saving({
      send: (edit) => model.send(edit),
      journal: model.get("journal_key"),
      changed: () => this.drawSoon(),
    });
    this.listen();
    this.draw();
  }

  // What is there

  /** The headline and the sentences, as far as they are to be marked. */
  readSentences() {
    const whole = [0, unitOfPoint(this.model.get("headline")).length - 1];
    const headline = whole[1] ? [{ place: "headline", span: whole }] : [];
    const text = this.model.get("sentences").map((span, index) => ({ place: "text", span, number: index + 1 }));
    return [...headline, ...text].filter(({ place, span }) => this.isToMark(place, span));
  }

  /** Is this place in the part that is to be marked? */
  isToMark(place, [start, end]) {
    const within = this.model.get("within");
    return !within || (place === "text" && within.some(([from, to]) => from <= start && end <= to));
  }

  wordsIn({ place, span: [start, end] }) {
    return this.model.get("words")[place].filter(([from, to]) => start <= from && to <= end);
  }

  wordsAt(place, [start, end]) {
    return this.views[place].words(start, end);
  }

  quoted(mark) {
    return shortened(mark.spans.map((span) => this.wordsAt(mark.place, span)).join(" … "));
  }

  named(mark) {
    return `${mark.label} “${this.quoted(mark)}”`;
  }

  label(name) {
    return this.labels.find((label) => label.name === name);
  }

  labelsOfLayer() {
    return this.layer === ALL_LAYERS ? this.labels : this.labels.filter(({ layer }) => layer === this.layer);
  }

  /** All marks in reading order, with what is on its way to the disk. */
  marks() {
    const order = (mark) => [PLACES.indexOf(mark.place), mark.spans[0][0], -mark.spans.at(-1)[1]];
    return this.saving
      .applied(this.model.get("state").marks)
      .map((mark) => [order(mark), mark])
      .sort(([a], [b]) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
      .map(([, mark]) => mark);
  }

  mark(id) {
    return this.marks().find((mark) => mark.id === id);
  }

  isShown(mark) {
    const layer = this.label(mark.label)?.layer ?? this.layer;
    return (this.layer === ALL_LAYERS || layer === this.layer) && (!this.filter || mark.label === this.filter);
  }

  // What the reader does

  /** A new mark on the selected words, or else what this label means. */
  give(label) {
    this.meaning = label.name;
    if (!this.selected) {
      this.say(`${label.name}: ${label.definition} Select words, then press ${label.key}.`);
      return this.draw();
    }
    const { place, start, end } = this.selected;
    if (!this.isToMark(place, [start, end])) return this.refuse(place, [start, end]);
    const chosen = this.keepsLinking && this.mark(this.chosen);
    const mark = {
      id: newId(),
      label: label.name,
      place,
      spans: [[start, end]],
      comment: "",
      values: [],
      links: chosen ? [chosen.id, ...chosen.links] : [],
    };
    this.deselect();
    this.look(mark.id);
    this.edit({ action: "add", mark }, `Marked: ${this.named(mark)}`);
  }

  change(mark, fields, said) {
    const now = this.mark(mark.id);
    if (!now) return;
    const isThere = ([start, end]) => now.spans.some((span) => span[0] === start && span[1] === end);
    const outside = fields.spans?.find((span) => !isThere(span) && !this.isToMark(now.place, span));
    if (outside) return this.refuse(now.place, outside);
    const content = ({ id, label, spans, comment, values }) => ({ id, label, spans, comment, values });
    this.edit({ action: "change", mark: content({ ...now, ...fields }), was: content(now) }, said);
  }

  refuse(place, span) {
    const words = shortened(this.wordsAt(place, span));
    this.tell(`“${words}” stands outside the part to mark, and was not marked.`);
  }

  addWords() {
    const mark = this.mark(this.chosen);
    if (!mark || this.selected?.place !== mark.place) return this.say("Choose a mark, and select words.");
    const { start, end } = this.selected;
    this.deselect();
    this.change(mark, { spans: united([...mark.spans, [start, end]]) }, "Words added to the mark");
  }

  replaceWords() {
    const mark = this.mark(this.chosen);
    if (!mark || this.selected?.place !== mark.place) return this.say("Choose a mark, and select words.");
    const { start, end } = this.selected;
    this.deselect();
    this.change(mark, { spans: [[start, end]] }, "The mark has other words now");
  }

  /** Move the beginning (edge 0) or the end (1) of a part to the edge of the next word. */
  moveEdge(mark, part, edge, step) {
    const [start, end] = mark.spans[part];
    const edges = this.model.get("words")[mark.place].map((word) => word[edge]);
    const old = edge ? end : start;
    const to = step > 0 ? edges.find((point) => point > old) : edges.findLast((point) => point < old);
    const span = edge ? [start, to] : [to, end];
    if (to === undefined || span[0] >= span[1]) return this.say("It cannot go further.");
    const spans = united(mark.spans.map((other, number) => (number === part ? span : other)));
    this.change(mark, { spans }, `Now “${shortened(this.wordsAt(mark.place, span))}”`);
  }

  remove(mark) {
    const shown = this.marks().filter((other) => this.isShown(other));
    const at = shown.findIndex(({ id }) => id === mark.id);
    const next = shown[at + 1] ?? shown[at - 1];
    const hadFocus = this.markPanel.root.contains(document.activeElement);
    this.look(this.list.list.contains(document.activeElement) ? next?.id : "");
    this.edit({ action: "remove", id: mark.id }, `Deleted: ${this.named(mark)}`);
    if (hadFocus) this.views[mark.place].view.focus();
  }

  link(action, mark, other) {
    if (!mark || !other || mark.id === other.id) return this.say("Choose one mark, then the other.");
    const done = action === "link" ? "Linked" : "No longer linked";
    this.edit({ action, ids: [mark.id, other.id] }, `${done}: ${this.named(mark)}, ${this.named(other)}`);
  }

  edit(edit, said) {
    this.said = said;
    this.saving.take(edit);
  }

  /** Ask Python something that changes nothing; the answer goes to `listener`. */
  ask(question, listener) {
    const request = newId();
    const silence = { problem: "Python does not answer.", isSilent: true };
    const timer = setTimeout(() => settle(silence), PATIENCE);
    const settle = (answer) => {
      clearTimeout(timer);
      if (this.questions.delete(request)) listener(answer);
    };
    this.questions.set(request, settle);
    try {
      this.model.send({ ...question, request });
    } catch {
      settle(silence);
    }
  }

  // What is looked at

  look(id) {
    if (id !== this.chosen && this.chosen) this.before = this.chosen;
    this.chosen = id ?? "";
    const mark = this.mark(this.chosen);
    if (mark) this.meaning = mark.label;
  }

  /** Look at this mark; `scroll` brings it into view, and tells it to a screen reader. */
  choose(id, scroll) {
    this.look(id);
    const mark = this.mark(id);
    if (mark && scroll) {
      const shown = this.marks().filter((other) => this.isShown(other));
      const number = shown.findIndex((other) => other.id === id) + 1;
      this.say(`Mark ${number} of ${shown.length}: ${this.named(mark)}`);
      this.views[mark.place].show(mark.spans);
      if (this.views[mark.place].view === document.activeElement) {
        this.views[mark.place].select(mark.spans[0][0], mark.spans[0][0]);
      }
    }
    this.draw();
  }

  step(by) {
    const shown = this.marks().filter((mark) => this.isShown(mark));
    if (!shown.length) return this.say("Nothing is marked here.");
    const at = shown.findIndex(({ id }) => id === this.chosen);
    const to = at < 0 ? this.fromCaret(shown, by) : at + by;
    this.choose(shown[(to + shown.length) % shown.length].id, true);
  }

  /** Where no mark is chosen: the next one after the caret, or the last one before it. */
  fromCaret(shown, by) {
    const place = PLACES.find((name) => this.views[name].view === document.activeElement);
    const caret = place && this.views[place].caret();
    if (!caret) return by > 0 ? 0 : -1;
    const isAfter = (mark) =>
      PLACES.indexOf(mark.place) > PLACES.indexOf(place) ||
      (mark.place === place && mark.spans[0][0] >= caret.start);
    const next = shown.findIndex(isAfter);
    return by > 0 ? Math.max(next, 0) : (next < 0 ? shown.length : next) - 1;
  }

  /** Choose the shortest mark at this point; the next one, if that is chosen already. */
  chooseAt(place, point) {
    const size = ({ spans }) => spans.reduce((sum, [start, end]) => sum + end - start, 0);
    const here = this.marks()
      .filter((mark) => this.isShown(mark) && mark.place === place)
      .filter(({ spans }) => spans.some(([start, end]) => start <= point && point <= end))
      .sort((one, two) => size(one) - size(two));
    const at = here.findIndex(({ id }) => id === this.chosen);
    const mark = here[(at + 1) % here.length];
    if (mark) {
      this.look(mark.id);
      this.say(this.named(mark));
    } else this.look("");
    this.draw();
    return mark;
  }

  /** Show only the marks with this label in text and list; "" shows all of the layer. */
  show(label) {
    this.filter = label;
    this.draw();
  }

  showLayer(layer) {
    Object.assign(this, { layer, filter: "" });
    this.draw();
  }

  selectFromList(place, start, end) {
    this.selected = { place, start, end };
    this.isFromList = true;
    this.draw();
    this.views[place].show([[start, end]]);
  }

  deselect() {
    const { place, end } = this.selected ?? {};
    this.selected = null;
    this.isFromList = false;
    const view = place && this.views[place];
    // A selection that stays would be dragged by the next press of the mouse.
    if (view?.view === document.activeElement) view.select(end, end);
    else if (view?.caret()) document.getSelection().removeAllRanges();
    if (view) view.lastCaret = end;
  }

  noteSelection() {
    for (const place of PLACES) {
      const view = this.views[place];
      const caret = view.view === document.activeElement && view.caret();
      if (!caret) continue; // elsewhere: what was selected stays so, as on the way to a button
      const whole = view.whole(caret.start, caret.end);
      view.lastCaret = caret.end;
      if (!whole && this.isFromList) continue;
      const old = JSON.stringify(this.selected);
      this.selected = whole && { place, ...whole };
      if (this.isFromList || JSON.stringify(this.selected) !== old) {
        this.isFromList = false;
        this.drawSoon();
      }
    }
  }

  /** Say it to a screen reader; who sees, sees it happen. */
  say(words) {
    this.voice.textContent = words;
  }

  /** Say what was done, now that it is on the disk. */
  tellDone() {
    if (this.said) this.say(this.said);
    this.said = "";
  }

  // The page

  build(el) {
    const { model } = this;
    this.views = {};
    const areas = PLACES.map((place) => {
      const view = element("div", { "aria-label": place === "text" ? `Text of ${model.get("name")}` : "Headline" });
      view.lang = model.get("language");
      view.classList.add(`annotate-${place}`);
      this.views[place] = new TextView(view);
      giveCaret(view, () => {
        this.views[place].forget();
        this.drawText();
      });
      view.hidden = !model.get(place);
      return view;
    });
    this.voice = element("p", { "aria-live": "polite", class: "annotate-voice" });
    this.bar = new Bar(this);
    this.meaningPanel = new MeaningPanel(this.codebook);
    this.machineList = element("section", { "aria-label": "What the machine found", hidden: true });
    this.markPanel = new MarkPanel(this);
    this.list = new ListPanel(this);
    this.chooser = null; // made when the text is drawn: it quotes it
    this.root = element(
      "div",
      { class: "annotate", role: "group", "aria-label": `Annotate ${model.get("name")}` },
      this.bar.root,
      element(
        "div",
        { class: "annotate-columns" },
        element("div", { class: "reading-pane" }, ...areas),
        element(
          "div",
          { class: "annotate-side" },
          ...[this.meaningPanel, this.markPanel, this.list].map(({ root }) => root),
          this.machineList,
        ),
      ),
      this.voice,
    );
    el.append(this.root);
  }

  undo(action) {
    if (!this.model.get("state")[`can_${action}`]) return this.say(`There is nothing to ${action}.`);
    this.edit({ action }, action === "undo" ? "Undone" : "Done again");
  }

  /** The machine's findings come only when they are asked for: until then marks are made blind. */
  toggleMachine() {
    this.showsMachine = !this.showsMachine;
    this.draw();
    if (!this.showsMachine || this.model.get("state").findings) return;
    this.ask({ action: "findings" }, ({ problem }) => this.tell(problem));
  }

  listen() {
    this.ends = new AbortController();
    const { signal } = this.ends;
    document.addEventListener("selectionchange", () => this.noteSelection(), { signal });
    this.root.addEventListener("keydown", (event) => pressed(this, event));
    this.root.addEventListener("focusin", ({ relatedTarget }) => {
      // Somebody else may have written in the meantime.
      if (!this.root.contains(relatedTarget) && !this.saving.waiting.length) this.refresh();
    });
    // A press on a button must not take the selection away.
    this.root.addEventListener("mousedown", (event) => {
      if (!event.target.closest("button")) return;
      this.noteSelection();
      event.preventDefault();
    });
    for (const place of PLACES) {
      const view = this.views[place];
      view.view.addEventListener("click", (event) => {
        const point = document.getSelection().isCollapsed ? view.pointAt(event) : null;
        if (point !== null) this.chooseAt(place, point);
      });
      let isMouse = false;
      view.view.addEventListener("pointerdown", () => (isMouse = true));
      view.view.addEventListener("pointerup", () => (isMouse = false));
      view.view.addEventListener("focus", () => {
        // Back by keyboard: the caret goes on where it was.
        if (!isMouse && view.lastCaret !== undefined) view.select(view.lastCaret, view.lastCaret);
      });
    }
    this.model.on("change:state", () => {
      if (!this.saving.isUnderWay) this.drawSoon(); // else with the answer, which comes next
    });
    this.model.on("msg:custom", (message) => {
      this.questions.get(message.answer)?.(message);
      this.look(this.chosenAfter(this.saving.answer(message), message));
      this.drawSoon();
    });
  }

  /** The id of the mark to look at, once this edit was done: what was undone or done again. */
  chosenAfter(edit, { id }) {
    const isAbout = edit?.mark?.id === this.chosen; // the very mark was there under another id
    const isLookedAt = /^(undo|redo)$/.test(edit?.action) || (edit?.action === "add" && isAbout);
    return id && isLookedAt ? id : this.chosen;
  }

  refresh() {
    this.ask({ action: "refresh" }, ({ problem, isSilent }) => {
      this.saving.hasAnswered = !isSilent;
      this.tell(isSilent ? "" : problem);
    });
  }

  /** Show a problem that is not about an edit; "" takes the last one away. */
  tell(problem = "") {
    this.saving.refused = problem;
    this.drawSoon();
  }

  isTextOrList(target) {
    return target === this.list.list || PLACES.some((place) => this.views[place].view === target);
  }

  /** In the text: the mark at the caret; again, or in the list: its fields. */
  enter({ target }) {
    const place = PLACES.find((name) => this.views[name].view === target);
    const before = this.chosen;
    if (place) {
      const caret = this.views[place].caret();
      const mark = this.mark(before);
      const isHere =
        mark?.place === place && mark.spans.some(([start, end]) => start <= caret?.start && caret?.start <= end);
      if (!isHere && caret && !this.chooseAt(place, caret.start)) return this.say("There is no mark here.");
      if (!isHere) return;
    }
    this.markPanel.root.querySelector("select")?.focus();
  }

  escape() {
    const mark = this.mark(this.chosen);
    if (this.markPanel.root.contains(document.activeElement) && mark) {
      this.views[mark.place].view.focus();
    } else if (this.selected) {
      this.deselect();
      this.say("Nothing is selected.");
    } else {
      this.look("");
      for (const place of PLACES) this.views[place].show([]);
    }
    this.draw();
  }

  // Drawing

  drawSoon() {
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      this.draw();
    });
  }

  draw() {
    if (!this.saving) return;
    const marks = this.marks();
    const shown = marks.filter((mark) => this.isShown(mark));
    if (this.chosen && !marks.some(({ id }) => id === this.chosen)) this.chosen = "";
    this.drawText(shown);
    if (!this.chooser) {
      this.chooser = new ChoosePanel(this);
      this.views.text.view.after(this.chooser.root);
    }
    this.bar.draw(marks, shown);
    this.meaningPanel.draw(this.label(this.meaning) ?? null);
    this.markPanel.draw(marks.find(({ id }) => id === this.chosen), marks);
    this.list.draw(shown, marks, this.chosen, this.filter);
    this.drawMachine();
  }

  drawText(shown = this.marks().filter((mark) => this.isShown(mark))) {
    const linked = new Set(shown.find(({ id }) => id === this.chosen)?.links);
    const look = (mark) =>
      [
        mark.id === this.chosen && "annotate-is-chosen",
        linked.has(mark.id) && "annotate-is-linked",
        mark.isUnsaved && "annotate-is-unsaved",
      ]
        .filter(Boolean)
        .join(" ");
    for (const place of PLACES) {
      const text = this.model.get(place);
      const drawn = shown
        .filter((mark) => mark.place === place)
        .flatMap((mark) => {
          const { colour, line } = this.label(mark.label) ?? UNKNOWN;
          const title = mark.comment ? `${mark.label}: ${mark.comment}` : mark.label;
          return mark.spans.map(([start, end]) => ({ id: mark.id, start, end, colour, line, title, look: look(mark) }));
        });
      const machine = place === "text" && this.showsMachine ? this.model.get("state").findings ?? [] : [];
      for (const { role, spans } of machine) {
        for (const [start, end] of spans) drawn.push({ ...MACHINE, start, end, title: `machine: ${role}` });
      }
      if (this.isFromList && this.selected?.place === place) drawn.push({ ...SELECTED, ...this.selected });
      const paragraphs = this.model.get("paragraphs")[place];
      const numbers = place === "text" ? paragraphs.map((_, index) => index + 1) : [];
      this.views[place].draw(text, paragraphs, numbers, drawn, this.frames(place, paragraphs));
    }
  }

  /** What is not to be marked is greyed; where that begins, and where it ends, a line says so. */
  frames(place, paragraphs) {
    const areas = place === "text" ? this.model.get("within") : this.model.get("within") && [];
    if (!areas) return [];
    const inside = paragraphs.map(([start, end]) => areas.some(([from, to]) => from < end && start < to));
    return inside.map((isInside, index) => {
      const isLast = place === "text" && index + 1 < inside.length && inside[index + 1] !== isInside;
      const note = isInside ? "The part to mark ends here." : "From here on, mark.";
      return { look: isInside ? "" : "annotate-outside", note: isLast ? note : "" };
    });
  }

  drawMachine() {
    const findings = this.model.get("state").findings;
    this.machineList.hidden = !this.showsMachine || !findings;
    if (this.machineList.hidden || this.machineList.childElementCount) return;
    const rows = findings.map(({ role, spans }) =>
      element("li", { dir: "auto", text: `${role}: ${spans.map((span) => `“${shortened(this.wordsAt("text", span))}”`).join(" … ")}` }),
    );
    this.machineList.replaceChildren(
      element("p", { text: "What the machine found (marks that you make from now on are recorded as not blind):" }),
      element("ol", { class: "annotate-list", tabindex: "0" }, ...rows),
    );
  }

  end() {
    this.ends.abort();
    clearTimeout(this.saving.clock);
  }
}

/** Spans in reading order, those that meet made one. */
function united(spans) {
  const whole = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}

function render({ model, el }) {
  const annotator = new Annotator(model, el);
  return () => annotator.end();
}

export default { render };
