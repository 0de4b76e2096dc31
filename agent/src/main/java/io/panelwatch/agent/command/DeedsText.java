package io.panelwatch.agent.command;

import static java.util.stream.Collectors.joining;

import io.panelwatch.agent.control.DeedSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What people did, as a person reads it.
 *
 * @param words in the person's language
 */
record DeedsText(Words words, Colours colours) {

  private static final String NOTHING = "-";

  /** What their subject names is no fault and no visit, and says by itself what it is. */
  private static final Set<String> OF_NO_ID =
      Set.of("unshelve", "return", "inspect", "drill", "drill-end", "backup", "restore", "more");

  /** What it came to where nobody was refused. */
  private static final Set<String> DONE = Set.of("done", "passed", "failed", "inconclusive");

  private static final Set<String> DENIED = Set.of("wrong-code", "locked");

  /** A row for each. */
  void table(List<DeedSummary> deeds, PrintWriter out) {
    var table =
        new Table(
            words.say("time"),
            words.say("who"),
            words.say("from"),
            words.say("what"),
            words.say("on"),
            words.say("outcome"),
            words.say("id"),
            words.say("detail"));
    var details = new DeedDetails(words);
    for (DeedSummary deed : deeds) {
      table.row(
          look(deed),
          time(deed),
          deed.by().orElse(NOTHING),
          words.sayOr("from." + deed.from(), deed.from()),
          words.sayOr("what." + deed.action(), deed.action()),
          on(deed),
          words.sayOr("outcome." + deed.outcome(), deed.outcome()),
          orNothing(hasId(deed) ? deed.subject() : ""),
          orNothing(details.of(deed)));
    }
    table.print(out);
  }

  private UnaryOperator<String> look(DeedSummary deed) {
    if (DENIED.contains(deed.outcome())) {
      return colours.denied();
    }
    if (deed.outcome().equals("already")) {
      return colours.quiet();
    }
    return DONE.contains(deed.outcome()) ? UnaryOperator.identity() : colours.refused();
  }

  private String time(DeedSummary deed) {
    String at = FaultWords.toTheSecond(deed.at());
    return deed.clockTrusted() ? at : words.say("untrusted", at);
  }

  private String on(DeedSummary deed) {
    if (!deed.faults().isEmpty()) {
      return deed.faults().stream()
          .map(fault -> fault.code() + " " + fault.component())
          .collect(joining(", "));
    }
    if (hasId(deed)) {
      boolean whole = deed.action().equals("visit-open") && deed.detail().isEmpty();
      return whole ? words.say("on.board") : NOTHING;
    }
    return orNothing(deed.subject());
  }

  private static boolean hasId(DeedSummary deed) {
    return !OF_NO_ID.contains(deed.action());
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? NOTHING : text;
  }
}
