package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.control.FrameSummary;
import io.panelwatch.agent.control.PutAsideAlarm;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/** Faults as a person reads them: many as a table, one as a page. */
final class FaultsText {

  private static final int LABEL_WIDTH = 14;

  private final FaultWords words;
  private final Colours colours;
  private final PrintWriter out;

  FaultsText(FaultWords words, Colours colours, PrintWriter out) {
    this.words = words;
    this.colours = colours;
    this.out = out;
  }

  /** A row for each. */
  void table(List<FaultSummary> faults) {
    tableOf(faults).print(out);
  }

  /** The same, not printed yet. */
  Table tableOf(List<FaultSummary> faults) {
    var table =
        new Table(
            words.say("id"),
            words.say("code"),
            words.say("component"),
            words.say("severity"),
            words.say("state"),
            words.say("since"),
            words.say("cleared"),
            words.say("symptom"));
    for (FaultSummary fault : faults) {
      table.row(
          look(fault),
          fault.faultId(),
          fault.code(),
          fault.component(),
          fault.severity(),
          words.state(fault),
          words.since(fault),
          words.cleared(fault, "-"),
          words.say(fault.symptom()));
    }
    return table;
  }

  /**
   * A row for each that is active, not printed yet: what it is stands where a terminal of 80
   * columns has room for it.
   */
  Table liveTableOf(List<FaultSummary> faults) {
    var table =
        new Table(
            words.say("id"),
            words.say("code"),
            words.say("component"),
            words.say("severity"),
            words.say("state"),
            words.say("symptom"),
            words.say("since"));
    for (FaultSummary fault : faults) {
      table.row(
          look(fault),
          fault.faultId(),
          fault.code(),
          fault.component(),
          fault.severity(),
          words.state(fault),
          words.say(fault.symptom()),
          words.since(fault));
    }
    return table;
  }

  /** A row for each alarm. */
  void putAside(List<PutAsideAlarm> alarms) {
    var table =
        new Table(
            words.say("code"),
            words.say("component"),
            words.say("since"),
            words.say("aside.until"),
            words.say("aside.by"));
    for (PutAsideAlarm alarm : alarms) {
      table.row(
          alarm.code(),
          alarm.component(),
          FaultWords.toTheSecond(alarm.since()),
          alarm.until().map(FaultWords::toTheSecond).orElseGet(() -> words.say("state.out")),
          alarm.by());
    }
    table.print(out);
  }

  private UnaryOperator<String> look(FaultSummary fault) {
    boolean calls = fault.shelved().isEmpty() && fault.suppressedBy().isEmpty() && !fault.test();
    return fault.active() && calls ? colours.active(fault.severity()) : colours.quiet();
  }

  /** Everything about one. */
  void page(FaultSummary fault) {
    String title =
        words.say("page.title", fault.code(), fault.component(), words.say(fault.symptom()));
    out.println(look(fault).apply(Table.printable(title)));
    line("page.state", words.state(fault));
    words.meaning(fault).ifPresent(text -> line("page.meaning", text));
    line("page.severity", fault.severity());
    line("page.since", words.since(fault));
    line("page.cleared", words.cleared(fault, words.say("page.cleared.not")));
    words.acknowledged(fault).ifPresent(text -> line("page.acknowledged", text));
    words.shelved(fault).ifPresent(text -> line("page.shelved", text));
    words.signedOff(fault).ifPresent(text -> line("page.signed", text));
    line("page.occurrence", words.occurrence(fault));
    words.aging(fault).ifPresent(text -> line("page.aging", text));
    words.limit(fault.limit()).ifPresent(text -> line("page.limit", text));
    line("page.source", fault.source());
    fault.suppressedBy().ifPresent(cause -> line("page.cause", cause));
    fault.advice().forEach(step -> line("page.do", words.say(step)));
    if (!fault.part().isEmpty()) {
      line("page.bring", words.say(fault.part()));
    }
    fault.freezeFrame().ifPresent(this::frame);
  }

  /** What was read in the minute before, a line for each quantity, and at first sight. */
  private void frame(FrameSummary frame) {
    var frameWords = new FrameWords(words);
    frameWords.before(frame).forEach(text -> line("page.before", text));
    frameWords.atFirstSight(frame).forEach(text -> line("page.seen", text));
  }

  private void line(String label, String text) {
    out.println("  " + Table.padded(words.say(label), LABEL_WIDTH) + Table.printable(text));
  }
}
