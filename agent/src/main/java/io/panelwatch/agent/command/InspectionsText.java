package io.panelwatch.agent.command;

import io.panelwatch.agent.control.InspectionSummary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person looks at from time to time, as a person reads it.
 *
 * @param words in the person's language
 */
record InspectionsText(FaultWords words) {

  private static final String OFF = "off";

  /** A row for each. */
  void table(List<InspectionSummary> all, PrintWriter out) {
    var table =
        new Table(
            words.say("inspection.item"),
            words.say("inspection.every"),
            words.say("inspection.due"),
            words.say("inspection.last"),
            words.say("inspection.by"));
    for (InspectionSummary inspection : all) {
      table.row(
          inspection.item(),
          every(inspection),
          due(inspection),
          inspection.last().map(this::day).orElse("-"),
          inspection.last().map(this::by).orElse("-"));
    }
    table.print(out);
  }

  private String every(InspectionSummary inspection) {
    var every = new ArrayList<String>();
    if (!inspection.interval().equals(OFF)) {
      every.add(words.sayOr("interval." + inspection.interval(), inspection.interval()));
    }
    inspection.everyHours().ifPresent(hours -> every.add(hours("inspection.hours", hours)));
    return orOf(every);
  }

  private String due(InspectionSummary inspection) {
    if (!inspection.wear().isEmpty()) {
      return words.say("inspection.worn", String.join(" ", inspection.wear()));
    }
    if (inspection.due()) {
      long daysLate = (long) Math.floor(inspection.overdueDays());
      return words.say(daysLate > 0 ? "inspection.late" : "inspection.now", daysLate);
    }
    var due = new ArrayList<String>();
    inspection.dueDay().ifPresent(due::add);
    inspection.hoursLeft().ifPresent(hours -> due.add(hours("inspection.left", hours)));
    return orOf(due);
  }

  private String day(InspectionSummary.Last last) {
    return last.day().orElseGet(() -> hours("inspection.at", last.runningHours()));
  }

  private String by(InspectionSummary.Last last) {
    return last.by().orElseGet(() -> words.say("inspection.by.hand"));
  }

  private String hours(String key, double hours) {
    return words.say(key, Math.round(hours));
  }

  private String orOf(List<String> all) {
    return String.join(words.say("inspection.or"), all);
  }
}
