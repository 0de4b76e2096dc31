package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.display.scene.Tone;
import io.panelwatch.display.scene.Widget;
import io.panelwatch.display.scene.Widget.Banner;
import io.panelwatch.display.scene.Widget.IfRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The strips at the foot of the public screen: announced maintenance, and one for all faults
 * together, or that somebody is at work on them. It names the codes that a technician asks for and
 * leaves the queue its room. A drill is told as what it is, and only where nothing is wrong.
 */
final class Banners {

  private Banners() {}

  static List<Widget> of(Moment moment) {
    List<Widget> banners = new ArrayList<>();
    // A symptom is shown under its cause, on the technician's pages.
    List<Fault> causes =
        moment.state().real().stream().filter(fault -> fault.suppressedBy().isEmpty()).toList();
    List<Fault> drills = moment.state().drills();
    announced(moment)
        .map(notice -> causes.isEmpty() ? notice : new IfRoom(notice))
        .ifPresent(banners::add);
    if (!causes.isEmpty()) {
      banners.add(faults(moment, causes));
    } else if (!drills.isEmpty()) {
      banners.add(new Banner(Tone.INFO, moment.say("banner.drill", drills.getFirst().code())));
    } else if (moment.state().visit().isPresent()) {
      banners.add(new Banner(Tone.INFO, moment.say("banner.visit")));
    }
    return banners;
  }

  private static Optional<Widget> announced(Moment moment) {
    return moment
        .state()
        .notice()
        .filter(notice -> moment.wall().isBefore(notice.until()))
        .map(
            notice ->
                moment.say(
                    "banner.notice", moment.time(notice.from()), moment.time(notice.until())))
        .map(text -> new Banner(Tone.INFO, text));
  }

  private static Banner faults(Moment moment, List<Fault> causes) {
    if (moment.state().publicImpact() == PublicImpact.DEGRADED) {
      String code = degrading(causes).findFirst().orElseThrow().code();
      return new Banner(Tone.WARN, moment.say("banner.degraded", code));
    }
    Fault worst = causes.getFirst();
    if (moment.state().visit().filter(visit -> visit.concerns(worst.component())).isPresent()) {
      return new Banner(Tone.INFO, moment.say("banner.fault.visit", worst.code()));
    }
    Tone tone = worst.severity() == Severity.MINOR ? Tone.INFO : Tone.WARN;
    return new Banner(
        tone,
        causes.size() == 1
            ? moment.say("banner.fault", worst.code())
            : moment.say("banner.faults", worst.code(), causes.size() - 1));
  }

  private static Stream<Fault> degrading(List<Fault> causes) {
    return causes.stream().filter(fault -> fault.publicImpact() == PublicImpact.DEGRADED);
  }
}
