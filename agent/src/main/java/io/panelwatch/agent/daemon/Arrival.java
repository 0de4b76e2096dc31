package io.panelwatch.agent.daemon;

import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Says once, after the first scan, what this board has and what it does not have, so that nobody
 * waits for the fault of a fan that is not there. Of what has not answered by then nobody knows.
 */
final class Arrival {

  private final List<SensorSource> sources;
  private final Consumer<String> log;
  private boolean said;

  Arrival(List<SensorSource> sources, Consumer<String> log) {
    this.sources = sources;
    this.log = log;
  }

  /** Says it, if this is the first scan. */
  void take(Scan scan) {
    if (!said) {
      said = true;
      lines(sources, scan).forEach(log);
    }
  }

  /** A line for each family of sensors of which there is any, or could be. */
  static List<String> lines(List<SensorSource> sources, Scan scan) {
    var lines = new ArrayList<String>();
    for (SensorSource source : sources) {
      List<String> components = components(source.family(), scan);
      String words = source.family().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      if (!components.isEmpty()) {
        lines.add(words + ": " + String.join(", ", components));
      } else if (source.looksForAnything() && scan.answered(source.family())) {
        lines.add("no " + words + " found under " + source.lookedIn());
      }
    }
    return lines;
  }

  private static List<String> components(SensorFamily family, Scan scan) {
    return scan.readings().stream()
        .filter(reading -> reading.quantity().family() == family)
        .map(Reading::component)
        .distinct()
        .toList();
  }
}
