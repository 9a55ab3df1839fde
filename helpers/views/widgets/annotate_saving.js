// Edits on their way to the disk. Each has a number of its own; Python answers with that number
// once the edit is on the disk, and only then is it called saved. Until then it is kept in the
// browser's tab as well, so that it can be sent again by the next widget on the same journal, when
// the kernel was restarted in between.

const PATIENCE = 4000; // milliseconds without an answer until the reader is told
const KEPT = "close-reading-workbook/unsaved/";
// What may be sent twice without harm, because Python sees that it was done before.
const REPEATABLE = ["add", "change", "remove", "link", "unlink"];

/** Twelve random hexadecimal digits: a new mark's id, or an edit's number. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

class Saving {
  /** `send` gives an edit to Python; `changed` is called when there is news. */
  constructor({ send, journal, changed }) {
    this.sendToPython = send;
    this.changed = changed;
    this.prefix = `${KEPT}${journal}/`;
    this.waiting = this.recall(); // not yet on the disk, in order; only the first is under way
    this.problem = ""; // why the first one is not saved
    this.refused = ""; // why the last one will never be
    this.isUnderWay = false;
    this.hasAnswered = true;
    this.clock = null;
    if (this.waiting.length) this.sendFirst();
  }

  /** Take an edit on; it is sent when those before it are on the disk. */
  take(edit) {
    const numbered = { ...edit, request: newId(), taken: Date.now() };
    this.refused = "";
    this.waiting.push(numbered);
    this.keep(numbered);
    if (this.isUnderWay) this.changed();
    else this.sendFirst();
  }

  sendFirst() {
    const [first] = this.waiting;
    if (!first) return;
    this.isUnderWay = true;
    this.problem = "";
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.lose(), PATIENCE);
    try {
      this.sendToPython(first);
    } catch {
      this.lose(); // the connection is closed for good: the kernel was restarted
    }
    this.changed();
  }

  /** No answer came, or none can come. Should one come all the same, `answer` takes it. */
  lose() {
    clearTimeout(this.clock);
    this.isUnderWay = false;
    this.hasAnswered = false;
    const isAllKept = this.waiting.every(({ action }) => REPEATABLE.includes(action));
    this.problem =
      "Python does not answer. Is a cell running? If the kernel was restarted, run this cell again: " +
      "what you did is kept in this tab and will then be saved" +
      (isAllKept ? "." : ", but for Undo and Redo: do that again.");
    this.changed();
  }

  /** Python's answer to the edit with this number: done, or why not. Gives the edit back. */
  answer({ answer, problem, is_kept }) {
    this.hasAnswered = true;
    const at = this.waiting.findIndex((edit) => edit.request === answer);
    if (at < 0) return this.changed(); // it came late, or is for another view
    clearTimeout(this.clock);
    this.isUnderWay = false;
    if (problem && is_kept) {
      this.problem = problem; // the disk's fault: it may be saved yet
      return this.changed();
    }
    const [done] = this.waiting.splice(at, 1);
    this.forget(done);
    this.problem = "";
    this.refused = problem ?? "";
    if (this.waiting.length) this.sendFirst();
    else this.changed();
    return done;
  }

  discard() {
    for (const edit of this.waiting.splice(0)) this.forget(edit);
    clearTimeout(this.clock);
    this.isUnderWay = false;
    this.problem = "";
    this.changed();
  }

  /** The marks as they will be once everything is saved. */
  applied(marks) {
    if (!this.waiting.length) return marks;
    const isUnsaved = Boolean(this.problem);
    const byId = new Map(marks.map((mark) => [mark.id, mark]));
    for (const { action, mark, id, ids } of this.waiting) {
      for (const touched of [id, ...(ids ?? [])]) {
        if (byId.has(touched)) byId.set(touched, { ...byId.get(touched), isUnsaved });
      }
      if (action === "remove" && !isUnsaved) byId.delete(id);
      if (action === "add" || (action === "change" && byId.has(mark.id))) {
        byId.set(mark.id, { ...byId.get(mark.id), ...mark, isUnsaved });
      }
    }
    return [...byId.values()];
  }

  // The tab's own store: it outlives a reload of the page, and nobody else reads it.

  keep(edit) {
    if (!REPEATABLE.includes(edit.action)) return;
    try {
      sessionStorage.setItem(this.prefix + edit.request, JSON.stringify(edit));
    } catch {
      // no store here: the edit is kept as long as this view is
    }
  }

  forget(edit) {
    try {
      sessionStorage.removeItem(this.prefix + edit.request);
    } catch {
      // there was no store
    }
  }

  recall() {
    try {
      return Object.keys(sessionStorage)
        .filter((key) => key.startsWith(this.prefix))
        .map((key) => JSON.parse(sessionStorage.getItem(key)))
        .sort((a, b) => a.taken - b.taken);
    } catch {
      return [];
    }
  }
}
