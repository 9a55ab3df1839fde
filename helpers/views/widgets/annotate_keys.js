// The annotator's keys. They are its own while the focus is in it: the notebook around it hears only
// what `isForNotebook` lets through.

/** All keys as a table. */
function helpPanel() {
  const mac = /Mac|iP/.test(navigator.platform);
  const keys = [
    ["Arrow keys", "move the caret in the text"],
    [mac ? "Option + arrows" : "Ctrl + arrows", "move it by words"],
    ["Shift + any of these", "select"],
    ["A label's key", "mark the selected words; without any, say what the label means"],
    [", and .", "go to the previous mark, the next mark"],
    ["Enter", "choose the mark at the caret; again: go to its fields"],
    ["+", "add the selected words to the chosen mark"],
    ["=", "give the chosen mark the selected words instead of its own"],
    ["&", "link the chosen mark with the one chosen before it"],
    ["Delete", "delete the chosen mark"],
    [mac ? "Cmd + Z" : "Ctrl + Z", "undo; with Shift: redo"],
    ["Esc", "out of the fields; clear the selection; choose no mark"],
    ["Tab", "on to the buttons, fields and lists"],
  ];
  const rows = keys.map(([key, words]) =>
    element("tr", {}, element("th", { scope: "row" }, element("kbd", { text: key })), element("td", { text: words })),
  );
  const table = element("table", {}, element("caption", { text: "Keys, while the text or a button has the focus" }), ...rows);
  return element("section", { class: "annotate-help", "aria-label": "Keys", hidden: true }, table);
}

/** The label with this key; on a Cyrillic or Greek keyboard, with the Latin letter in its place. */
function labelAt(labels, { key, code }) {
  const isForeign = key.length === 1 && key > "\u00ff" && code.startsWith("Key");
  const letters = [key, isForeign && code.slice(3)].filter(Boolean).map((letter) => letter.toLowerCase());
  return letters.map((letter) => labels.find((label) => label.key === letter)).find(Boolean);
}

/** Do what this key stands for, if it stands for anything here. */
function pressed(annotator, event) {
  if (!isForNotebook(event)) event.stopPropagation();
  const { target, key } = event;
  const isTyping = target.matches("textarea, input:not([type=checkbox])");
  const withControl = event.ctrlKey || event.metaKey;
  if (withControl && !event.altKey && /^[zy]$/i.test(key)) {
    event.stopPropagation(); // the notebook would undo its own last change
    if (isTyping) return;
    event.preventDefault();
    return annotator.undo(event.shiftKey || key.toLowerCase() === "y" ? "redo" : "undo");
  }
  annotator.noteSelection(); // the page itself tells of a selection only a moment later
  if (key === "Escape") return annotator.escape();
  // AltGr, which some keyboards need for a sign, looks like Ctrl and Alt.
  const isPlain = (!withControl && !event.altKey) || event.getModifierState("AltGraph");
  if (isTyping || !isPlain || target.matches("select")) return;
  const act = actionOf(annotator, event);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionOf(annotator, event) {
  const label = labelAt(annotator.labelsOfLayer(), event);
  if (label) return () => annotator.give(label);
  const mark = annotator.mark(annotator.chosen);
  const remove = () => (mark ? annotator.remove(mark) : annotator.say("No mark is chosen."));
  // Enter on a button presses it.
  const canEnter = !event.shiftKey && annotator.isTextOrList(event.target);
  return {
    ",": () => annotator.step(-1),
    ".": () => annotator.step(1),
    "+": () => annotator.addWords(),
    "=": () => annotator.replaceWords(),
    "&": () => annotator.link("link", mark, annotator.mark(annotator.before)),
    "?": () => annotator.bar.toggleHelp(),
    Delete: remove,
    Backspace: remove,
    Enter: canEnter && (() => annotator.enter(event)),
  }[event.key];
}
