// What stands above the text: layers and labels, what can be done, whether it is saved.

class Bar {
  constructor(annotator) {
    this.annotator = annotator;
    this.labels = element("div", { role: "group", "aria-label": "Labels", class: "annotate-labels" });
    this.tools = {
      undo: button("Undo", () => annotator.undo("undo"), { "aria-keyshortcuts": "Control+Z Meta+Z" }),
      redo: button("Redo", () => annotator.undo("redo"), {
        "aria-keyshortcuts": "Control+Shift+Z Meta+Shift+Z",
      }),
      previous: button("‹ Previous", () => annotator.step(-1), { "aria-keyshortcuts": "," }),
      next: button("Next ›", () => annotator.step(1), { "aria-keyshortcuts": "." }),
      machine: button("Show what the machine found", () => annotator.toggleMachine(), {
        hidden: !annotator.model.get("has_findings"),
      }),
      help: button("? Keys", () => this.toggleHelp(), { "aria-expanded": "false", "aria-keyshortcuts": "?" }),
    };
    this.linking = element("input", { type: "checkbox" });
    this.linking.addEventListener("change", () => {
      annotator.keepsLinking = this.linking.checked;
    });
    this.status = element("span", { role: "status", class: "annotate-status" });
    this.again = button("Try again", () => annotator.saving.sendFirst());
    this.discard = button("Discard what is not saved", () => annotator.saving.discard());
    this.selection = element("span", { class: "annotate-selection", dir: "auto" });
    this.problem = element("div");
    this.notices = element("ul", { class: "annotate-small", "aria-label": "Notices" });
    this.help = helpPanel();
    this.part = element("p", { text: this.partToMark(), hidden: !annotator.model.get("within") });
    const linking = element("label", {}, this.linking, element("span", { text: "link new marks to the chosen one" }));
    const line = (...parts) => element("div", { class: "annotate-bar" }, ...parts);
    this.root = element(
      "div",
      {},
      line(annotator.layers.length > 1 && labelled("Layer", this.menuOfLayers()), this.labels),
      line(...Object.values(this.tools), linking),
      line(this.status, this.again, this.discard, this.selection),
      ...[this.part, this.problem, this.notices, this.help],
    );
  }

  menuOfLayers() {
    const { annotator } = this;
    const options = [...annotator.layers, ALL_LAYERS].map((layer) => [layer, layer]);
    return menu(options, annotator.layer, (layer) => annotator.showLayer(layer));
  }

  /** Which paragraphs are to be marked, in words; "" where nobody said. */
  partToMark() {
    const within = this.annotator.model.get("within");
    const all = this.annotator.model.get("paragraphs").text;
    const numbers = all.flatMap(([start, end], index) =>
      within?.some(([from, to]) => from < end && start < to) ? [index + 1] : [],
    );
    if (!within) return "";
    if (!numbers.length) return "There is nothing to mark here.";
    const [first, last] = [numbers[0], numbers.at(-1)];
    const isOneRun = last - first + 1 === numbers.length;
    const which = isOneRun && first < last ? `${first} to ${last}` : numbers.join(", ");
    return `Mark paragraph${first < last ? "s" : ""} ${which}. The rest is greyed: it can be read, but not marked.`;
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    this.tools.help.setAttribute("aria-expanded", String(!this.help.hidden));
  }

  draw(marks, shown) {
    const { annotator } = this;
    const { can_undo, can_redo, notices } = annotator.model.get("state");
    this.drawLabels();
    this.tools.undo.setAttribute("aria-disabled", String(!can_undo));
    this.tools.redo.setAttribute("aria-disabled", String(!can_redo));
    this.tools.machine.setAttribute("aria-pressed", String(annotator.showsMachine));
    this.linking.checked = annotator.keepsLinking;
    const { selected } = annotator;
    this.selection.textContent = selected
      ? `Selected: “${shortened(annotator.wordsAt(selected.place, [selected.start, selected.end]))}”`
      : "";
    this.drawStatus(marks, shown);
    this.notices.hidden = !notices.length;
    if (this.drawnNotices === notices.join()) return;
    this.drawnNotices = notices.join();
    this.notices.replaceChildren(...notices.map((text) => element("li", { text })));
  }

  drawLabels() {
    const { annotator } = this;
    if (this.drawnLayer === annotator.layer) return;
    this.drawnLayer = annotator.layer;
    const buttons = annotator.labelsOfLayer().map((label) => {
      const made = button("", () => annotator.give(label), { "aria-keyshortcuts": label.key, title: label.definition });
      made.append(element("span", { text: label.name }), " ", element("kbd", { text: label.key }));
      return inked(made, label);
    });
    this.labels.replaceChildren(...buttons);
  }

  drawStatus(marks, shown) {
    const { annotator } = this;
    const { problem, refused } = annotator.saving;
    const [state, words] = this.state(marks, shown);
    // Only news: a screen reader reads the line whenever it is set.
    if (this.status.textContent !== words) this.status.textContent = words;
    annotator.root.dataset.state = state;
    if (state === "saved") annotator.tellDone();
    const hadFocus = [this.again, this.discard].includes(document.activeElement);
    this.again.hidden = this.discard.hidden = !problem;
    if (hadFocus && !problem) annotator.views.text.view.focus(); // a hidden button would lose it
    const trouble = problem || refused;
    if (this.problem.textContent === trouble) return;
    const alert = trouble && element("p", { role: "alert", class: "reading-pane-problem", text: trouble });
    this.problem.replaceChildren(...(alert ? [alert] : []));
  }

  /** Whether everything is on the disk, as one word and as a line. */
  state(marks, shown) {
    const { waiting, problem, isUnderWay, hasAnswered } = this.annotator.saving;
    if (problem) {
      const last = waiting.length > 1 ? `${waiting.length} changes` : "change";
      return ["not-saved", `Not saved: the last ${last}.`];
    }
    if (isUnderWay) return ["saving", "Saving …"];
    if (!hasAnswered) {
      return ["not-saved", "Python does not answer: what you mark now is not saved yet."];
    }
    const number = marks.length === 1 ? "1 mark" : `${marks.length} marks`;
    const here = shown.length === marks.length ? "" : `, ${shown.length} of them shown`;
    return ["saved", `Saved. ${number}${here}.`];
  }
}
