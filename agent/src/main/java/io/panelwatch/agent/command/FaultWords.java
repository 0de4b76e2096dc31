package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What {@code faults} and its subcommands say, in one language. Codes, names and times stay. */
final class FaultWords {

  private final Language language;
  private final ResourceBundle words;

  FaultWords(Language language) {
    this.language = language;
    words = UserLanguage.words("faults", language);
  }

  Language language() {
    return language;
  }

  /** A text of the file, with its {@code %1$s} filled in. */
  String say(String key, Object... parts) {
    return String.format(Locale.ROOT, words.getString(key), parts);
  }

  /** The text for a word that a newer daemon may say as well; then it is told as it is. */
  String sayOr(String key, String otherwise, Object... parts) {
    return words.containsKey(key) ? say(key, parts) : otherwise;
  }

  String say(Text text) {
    return text.in(language);
  }

  String since(FaultSummary fault) {
    String first = toTheSecond(fault.first());
    return fault.clockTrusted() ? first : say("untrusted", first);
  }

  String cleared(FaultSummary fault, String otherwise) {
    return fault.cleared().map(FaultWords::toTheSecond).orElse(otherwise);
  }

  /** How it stands, in a word: the one that says most to who is to do something about it. */
  String state(FaultSummary fault) {
    if (fault.test()) {
      return say(fault.active() ? "state.drill" : "state.drill.ended");
    }
    if (!fault.active()) {
      return say("state.ended");
    }
    if (fault.shelved().isPresent()) {
      return say(fault.shelved().get().until().isPresent() ? "state.aside" : "state.out");
    }
    if (fault.suppressedBy().isPresent()) {
      return say("state.symptom");
    }
    return say(fault.acknowledged().isPresent() ? "state.acknowledged" : "state.active");
  }

  /** By whom it was acknowledged, and when; empty where nobody has. */
  Optional<String> acknowledged(FaultSummary fault) {
    return fault
        .acknowledged()
        .map(known -> say("acknowledged.by", toTheSecond(known.at()), known.by()));
  }

  /** By whom its alarm is put aside, and until when; empty where it is not. */
  Optional<String> shelved(FaultSummary fault) {
    return fault
        .shelved()
        .map(
            aside ->
                aside
                    .until()
                    .map(until -> say("shelved", toTheSecond(until), aside.by()))
                    .orElseGet(() -> say("out", aside.by())));
  }

  /** An instant for a person, whom its fractions would only keep from reading the row. */
  static String toTheSecond(String instant) {
    return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
