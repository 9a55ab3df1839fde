// Questions with a field for each answer. What is written is sent after a short pause and when the
// field is left; Python answers with where it was kept.

const PAUSE = 500; // milliseconds without a keystroke

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "take-notes";
  el.append(root);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  let problem = null;
  let waiting = null;

  const fields = model.get("questions").map((question) => {
    const label = document.createElement("label");
    const words = document.createElement("span");
    words.textContent = question;
    const field = document.createElement("textarea");
    field.rows = 2;
    field.dir = "auto";
    field.value = model.get("answers")[question] ?? "";
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(send, PAUSE);
      status.textContent = "Not kept yet …";
    });
    field.addEventListener("change", send);
    label.append(words, field);
    root.append(label);
    return { question, field };
  });
  root.append(status);

  function send() {
    clearTimeout(waiting);
    const answers = Object.fromEntries(fields.map(({ question, field }) => [question, field.value]));
    const before = model.get("answers");
    if (Object.keys(answers).every((question) => answers[question] === before[question])) {
      drawStatus(); // typed and taken back: there is nothing to keep
      return;
    }
    try {
      model.set("answers", answers);
      model.save_changes();
    } catch {
      status.textContent = "Not kept: Python does not answer. Run this cell again.";
    }
  }

  function drawStatus() {
    status.textContent = model.get("status");
    problem?.remove();
    if (!model.get("problem")) return;
    problem = document.createElement("p");
    problem.setAttribute("role", "alert");
    problem.textContent = model.get("problem");
    root.append(problem);
  }

  // Plain keys belong to the field, not to the notebook around it. Shift+Enter leaves the field for
  // the cell, where it goes on: run at once, the cell would be drawn before the answer is kept.
  root.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) {
      event.preventDefault();
      send();
      event.target.blur();
      root.closest(".jp-Cell")?.focus();
    }
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
  model.on("change:kept", drawStatus);
  drawStatus();
}

export default { render };
