// What stands beside the text of the annotator: what the label means, the chosen mark, the list of
// all marks, and choosing words without a caret. Each panel has an element `root` and a `draw`.

/** An element with attributes (`text`: its words, `on…`: a listener) and children. */
function element(tag, { text, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") made.toggleAttribute(name, value);
    else if (value !== undefined && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child));
  return made;
}

function button(text, onclick, attributes = {}) {
  return element("button", { type: "button", text, onclick, ...attributes });
}

/** A menu; `options` are pairs of value and words. */
function menu(options, chosen, onchange, attributes = {}) {
  const made = element("select", attributes);
  fillMenu(made, options, chosen);
  made.addEventListener("change", () => onchange(made.value));
  return made;
}

function fillMenu(select, options, chosen) {
  select.replaceChildren(...options.map(([value, text]) => element("option", { value, text })));
  select.value = chosen;
}

function labelled(words, control) {
  return element("label", {}, element("span", { text: words }), control);
}

function shortened(words, length = 60) {
  const signs = [...words.replace(/\s+/g, " ")];
  return signs.length > length ? `${signs.slice(0, length - 1).join("")}…` : signs.join("");
}

/** What a label means, with an example and a near miss; at first, what the codebook is. */
class MeaningPanel {
  constructor({ title, note }) {
    this.root = element(
      "section",
      { "aria-label": "What the label means", class: "annotate-meaning" },
      element("p", {}, element("b", { text: title })),
      note && element("p", { text: note }),
      element("p", { text: "Select words in the text, then press a label or its key." }),
    );
  }

  draw(label) {
    if (!label || this.drawn === label) return;
    this.drawn = label;
    const line = (name, words) =>
      element("p", {}, element("b", { text: `${name}: ` }), element("span", { text: words }));
    this.root.replaceChildren(
      element("p", {}, inked(element("mark", { text: label.name }), label), ` ${label.definition}`),
      line("Example", label.example),
      line("Not this", label.near_miss),
    );
  }
}

/**
 * The chosen mark: its label, words, edges, what is asked beside the label, comment and links.
 *
 * Each part of the panel is drawn anew only when it would look different, and the field for the
 * comment stays as long as the mark is chosen: somebody may be writing in it.
 */
class MarkPanel {
  constructor(annotator) {
    this.annotator = annotator;
    this.slots = Array.from({ length: 5 }, () => ({ root: element("div"), look: "" }));
    this.comment = element("textarea", { rows: "2", dir: "auto", maxlength: "5000" });
    this.comment.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.sendComment(), 600);
    });
    this.comment.addEventListener("change", () => this.sendComment());
    const [label, words, details, links, origin] = this.slots.map(({ root }) => root);
    this.root = element(
      "section",
      { "aria-label": "The chosen mark", class: "annotate-chosen" },
      ...[label, words, details, labelled("Comment", this.comment), links, origin],
    );
  }

  draw(mark, marks) {
    const { annotator } = this;
    if (this.shown !== mark?.id) {
      if (this.typing) this.sendComment(); // on the mark that was chosen until now
      this.shown = mark?.id;
      this.comment.value = mark?.comment ?? "";
    }
    this.root.hidden = !mark;
    if (!mark) return;
    if (!this.typing && document.activeElement !== this.comment) this.comment.value = mark.comment;
    const canTakeWords = annotator.selected?.place === mark.place;
    const names = marks.map(({ id, label, spans }) => [id, label, spans]);
    [
      [[mark.id, !annotator.label(mark.label)], () => this.headline(mark)],
      [[mark.id, mark.spans, canTakeWords], () => this.words(mark, canTakeWords)],
      [[mark.id, mark.label], () => this.details(mark)],
      [[mark.id, mark.links, annotator.before, names], () => [this.links(mark, marks)]],
      [[mark.reader, mark.created, mark.blind], () => this.origin(mark)],
    ].forEach(([look, make], number) => this.fill(this.slots[number], JSON.stringify(look), make));
    // Menus stay when their value changes: somebody may be typing a choice.
    this.label.value = mark.label;
    const values = Object.fromEntries(mark.values);
    for (const { name, select } of this.answers) select.value = values[name] ?? "";
  }

  /** Draw a part anew where it looks different; the focus goes back to where it was in it. */
  fill(slot, look, make) {
    if (slot.look === look) return;
    slot.look = look;
    const name = slot.root.contains(document.activeElement) && document.activeElement.dataset.name;
    slot.root.replaceChildren(...make());
    if (!name) return;
    const again = [...slot.root.querySelectorAll("[data-name]")].find(({ dataset }) => dataset.name === name);
    (again ?? this.root.querySelector("select")).focus();
  }

  sendComment() {
    clearTimeout(this.typing);
    this.typing = null;
    const mark = this.annotator.mark(this.shown);
    if (mark && this.comment.value !== mark.comment) {
      this.annotator.change(mark, { comment: this.comment.value }, "Comment saved");
    }
  }

  headline(mark) {
    const { annotator } = this;
    const names = annotator.labels.map(({ name }) => [name, name]);
    if (!annotator.label(mark.label)) names.unshift([mark.label, `${mark.label} (not in this codebook)`]);
    const change = (label) => annotator.change(mark, { label, values: [] }, `Now ${label}`);
    this.label = menu(names, mark.label, change, { "data-name": "label" });
    const remove = button("Delete", () => annotator.remove(mark), {
      "data-name": "delete",
      "aria-keyshortcuts": "Delete",
    });
    return [element("div", { class: "annotate-row" }, labelled("Label", this.label), remove)];
  }

  words(mark, canTakeWords) {
    const { annotator } = this;
    return [
      element("ul", { class: "annotate-parts", "aria-label": "Its words" }, ...this.parts(mark)),
      element(
        "div",
        { class: "annotate-row" },
        button("+ Add selected words", () => annotator.addWords(), {
          disabled: !canTakeWords,
          "aria-keyshortcuts": "+",
          "data-name": "add",
        }),
        button("= Use selected words instead", () => annotator.replaceWords(), {
          disabled: !canTakeWords,
          "aria-keyshortcuts": "=",
          "data-name": "replace",
        }),
      ),
    ];
  }

  parts(mark) {
    return mark.spans.map((span, part) => {
      const words = this.annotator.wordsAt(mark.place, span);
      const move = (text, edge, step, name) =>
        button(text, () => this.annotator.moveEdge(mark, part, edge, step), {
          "aria-label": name,
          title: name,
          "data-name": `${name} ${part}`,
        });
      const takeOut = () =>
        this.annotator.change(mark, { spans: mark.spans.filter((_, n) => n !== part) }, "Part taken out");
      return element(
        "li",
        {},
        element("span", { dir: "auto", text: `“${shortened(words)}”` }),
        element(
          "span",
          { class: "annotate-edges" },
          element("span", { text: "begin" }),
          move("‹", 0, -1, "Begin one word earlier"),
          move("›", 0, 1, "Begin one word later"),
          element("span", { text: "end" }),
          move("‹", 1, -1, "End one word earlier"),
          move("›", 1, 1, "End one word later"),
          mark.spans.length > 1 && button("Take out", takeOut, { "data-name": `out ${part}` }),
        ),
      );
    });
  }

  details({ id, label }) {
    const details = this.annotator.label(label)?.details ?? [];
    this.answers = details.map(({ name, question, choices }) => {
      const options = [["", "not answered"], ...choices.map((choice) => [choice, choice])];
      const answer = (value) => {
        const mark = this.annotator.mark(id);
        const rest = mark.values.filter(([other]) => other !== name);
        this.annotator.change(mark, { values: value ? [...rest, [name, value]] : rest }, "Answered");
      };
      return { name, question, select: menu(options, "", answer, { "data-name": `detail ${name}` }) };
    });
    return this.answers.map(({ question, select }) => labelled(question, select));
  }

  links(mark, marks) {
    const { annotator } = this;
    const byId = new Map(marks.map((other) => [other.id, other]));
    const linked = mark.links.map((id) => byId.get(id)).filter(Boolean);
    const near = (other) => Math.abs(other.spans[0][0] - mark.spans[0][0]) + (other.place === mark.place ? 0 : 1e9);
    const others = marks
      .filter(({ id }) => id !== mark.id && !mark.links.includes(id))
      .sort((one, two) => near(one) - near(two))
      .slice(0, 30);
    const before = others.find(({ id }) => id === annotator.before);
    const chosen = before ?? others[0];
    if (!linked.length && !chosen) return "";
    const choose = menu(
      others.map((other) => [other.id, annotator.named(other)]),
      chosen?.id,
      () => {},
      { "aria-label": "Another mark", "data-name": "other" },
    );
    return element(
      "fieldset",
      {},
      element("legend", { text: "Belongs together with" }),
      ...linked.map((other) =>
        element(
          "div",
          { class: "annotate-row" },
          button(annotator.named(other), () => annotator.choose(other.id, true), {
            class: "annotate-go",
            "data-name": `go ${other.id}`,
          }),
          button("Unlink", () => annotator.link("unlink", mark, other), {
            "aria-label": `Unlink ${annotator.named(other)}`,
            "data-name": `unlink ${other.id}`,
          }),
        ),
      ),
      chosen &&
        element(
          "div",
          { class: "annotate-row" },
          choose,
          button("& Link", () => annotator.link("link", mark, byId.get(choose.value)), {
            "data-name": "link",
            "aria-keyshortcuts": "&",
          }),
        ),
    );
  }

  origin(mark) {
    const blind = { true: "before the machine's findings were shown", false: "with the machine's findings in view" };
    const made = (mark.created ?? "").slice(0, 16).replace("T", " ");
    const parts = [mark.reader, made && `${made} UTC`, blind[mark.blind]];
    return [element("p", { class: "annotate-small", text: parts.filter(Boolean).join(" · ") })];
  }
}

/** All marks as rows: the twin of the marked text. One stop of the Tab key; arrows move in it. */
class ListPanel {
  constructor(annotator) {
    this.annotator = annotator;
    this.rows = new Map();
    this.name = `annotate-${newId()}`;
    this.filter = element("select", { "aria-label": "Show in list and text" });
    this.filter.addEventListener("change", () => annotator.show(this.filter.value));
    this.list = element("div", {
      role: "listbox",
      tabindex: "0",
      "aria-label": "Marks",
      class: "annotate-list",
      onkeydown: (event) => this.move(event),
    });
    this.empty = element("p", { class: "annotate-small", text: "Nothing is marked yet." });
    this.root = element("section", { "aria-label": "All marks" }, this.filter, this.empty, this.list);
  }

  draw(shown, marks, chosen, filter) {
    const counts = new Map();
    for (const { label } of marks) counts.set(label, (counts.get(label) ?? 0) + 1);
    const options = [["", `Every label (${marks.length})`]];
    for (const { name } of this.annotator.labelsOfLayer()) options.push([name, `${name} (${counts.get(name) ?? 0})`]);
    const look = JSON.stringify([options, filter]);
    if (look !== this.drawn) fillMenu(this.filter, options, filter);
    this.drawn = look;
    this.filter.hidden = !marks.length;
    this.empty.hidden = shown.length > 0;
    this.list.hidden = shown.length === 0;
    const rows = new Map();
    for (const mark of shown) {
      const rowLook = JSON.stringify([mark, mark.id === chosen]);
      const old = this.rows.get(mark.id);
      rows.set(mark.id, old?.look === rowLook ? old : { look: rowLook, row: this.row(mark, mark.id === chosen) });
    }
    this.rows = rows;
    const wanted = [...rows.values()].map(({ row }) => row);
    wanted.forEach((row, at) => {
      if (this.list.children[at] !== row) this.list.insertBefore(row, this.list.children[at] ?? null);
    });
    while (this.list.children.length > wanted.length) this.list.lastChild.remove();
    const here = rows.get(chosen)?.row;
    if (here?.id === this.inView) return;
    this.inView = here?.id;
    if (here) {
      this.list.setAttribute("aria-activedescendant", here.id);
      const above = here.offsetTop - this.list.scrollTop;
      if (above < 0 || above + here.offsetHeight > this.list.clientHeight) {
        this.list.scrollTop = here.offsetTop - this.list.clientHeight / 3;
      }
    } else this.list.removeAttribute("aria-activedescendant");
  }

  row(mark, isChosen) {
    const { annotator } = this;
    const label = annotator.label(mark.label) ?? UNKNOWN;
    const extra = [
      mark.place === "headline" && "headline",
      ...mark.values.map(([, value]) => value),
      mark.links.length && `linked with ${mark.links.length}`,
      mark.comment && `comment: ${shortened(mark.comment, 40)}`,
      mark.isUnsaved && "not saved",
    ].filter(Boolean);
    return element(
      "div",
      {
        role: "option",
        id: `${this.name}-${mark.id}`,
        "aria-selected": String(isChosen),
        onclick: () => annotator.choose(mark.id, true),
      },
      inked(element("mark", { text: mark.label }), label),
      element("span", { dir: "auto", text: ` “${annotator.quoted(mark)}”` }),
      extra.length ? element("span", { class: "annotate-small", text: ` ${extra.join(" · ")}` }) : null,
    );
  }

  move(event) {
    const ids = [...this.rows.keys()];
    const at = ids.indexOf(this.annotator.chosen);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? ids.length - 1 : at - 1,
      Home: 0,
      End: ids.length - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (ids[to]) this.annotator.choose(ids[to], true);
  }
}

/** Words chosen from lists, or pasted: for screen readers, whose selection a page never hears of. */
class ChoosePanel {
  constructor(annotator) {
    this.annotator = annotator;
    this.sentences = annotator.sentences.map(({ place, span, number }, index) => {
      const words = shortened(annotator.wordsAt(place, span));
      return [String(index), place === "headline" ? `Headline: ${words}` : `${number}. ${words}`];
    });
    this.sentence = menu(this.sentences, "0", () => this.fillWords());
    this.first = menu([], "", () => this.fillLast());
    this.last = menu([], "", () => {});
    this.pasted = element("input", { dir: "auto" });
    const hasHeadline = annotator.sentences.some(({ place }) => place === "headline");
    const places = [["text", "the text"], ...(hasHeadline ? [["headline", "the headline"]] : [])];
    this.place = menu(places, "text", () => {});
    this.which = element("input", { type: "number", min: "1", value: "", class: "annotate-number" });
    this.answer = element("p", { role: "status", class: "annotate-small" });
    this.root = element(
      "details",
      { class: "annotate-choose" },
      element("summary", { text: "Choose words from a list, or paste them" }),
      labelled("Sentence", this.sentence),
      element(
        "div",
        { class: "annotate-row" },
        labelled("First word", this.first),
        labelled("Last word", this.last),
        button("Choose these words", () => this.chooseListed()),
      ),
      element(
        "div",
        { class: "annotate-row" },
        labelled("Or paste words", this.pasted),
        labelled("of", this.place),
        labelled("Which place, if they occur again", this.which),
        button("Find them", () => this.find()),
      ),
      this.answer,
    );
    this.fillWords();
  }

  fillWords() {
    const sentence = this.annotator.sentences[Number(this.sentence.value)];
    this.words = sentence ? this.annotator.wordsIn(sentence) : [];
    fillMenu(this.first, this.options(0), this.words.length ? "0" : "");
    this.fillLast();
  }

  fillLast() {
    const from = Number(this.first.value);
    fillMenu(this.last, this.options(from), String(from));
  }

  options(from) {
    const { place } = this.annotator.sentences[Number(this.sentence.value)] ?? {};
    return this.words.slice(from).map((span, number) => [String(from + number), this.annotator.wordsAt(place, span)]);
  }

  chooseListed() {
    const [start] = this.words[Number(this.first.value)] ?? [];
    const [, end] = this.words[Number(this.last.value)] ?? [];
    const { place } = this.annotator.sentences[Number(this.sentence.value)] ?? {};
    if (start === undefined || end === undefined) return;
    this.take(place, start, end);
  }

  find() {
    this.answer.textContent = "Looking …";
    const question = {
      action: "find",
      words: this.pasted.value,
      place: this.place.value,
      occurrence: this.which.value ? Number(this.which.value) : null,
    };
    this.annotator.ask(question, ({ problem, place, span }) => {
      if (problem) this.answer.textContent = problem;
      else this.take(place, ...span);
    });
  }

  take(place, start, end) {
    this.annotator.selectFromList(place, start, end);
    const words = shortened(this.annotator.wordsAt(place, [start, end]));
    this.answer.textContent = `“${words}” is selected. Now press a label, or its key.`;
  }
}
