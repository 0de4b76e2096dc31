package io.panelwatch.agent.command;

import io.panelwatch.agent.control.FaultSummary;
import io.panelwatch.agent.control.FaultSummary.SignedOff;
import io.panelwatch.agent.control.LimitSummary;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.stream.Stream;

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
    return say("state." + stateKey(fault));
  }

  private static String stateKey(FaultSummary fault) {
    if (fault.test()) {
      return fault.active() ? "drill" : "drill.ended";
    }
    if (!fault.active()) {
      return "ended";
    }
    if (fault.shelved().isPresent()) {
      return fault.shelved().get().until().isPresent() ? "aside" : "out";
    }
    if (fault.latched() && fault.acknowledged().isEmpty()) {
      return "latched";
    }
    if (fault.visit().isPresent()) {
      return "repair";
    }
    if (fault.suppressedBy().isPresent()) {
      return "symptom";
    }
    if (fault.flapping()) {
      return "flapping";
    }
    return fault.acknowledged().isPresent() ? "acknowledged" : "active";
  }

  /** What else is to be known of how it stands; empty where the word says all. */
  Optional<String> meaning(FaultSummary fault) {
    return Optional.of("meaning." + stateKey(fault)).filter(words::containsKey).map(this::say);
  }

  /** What it was judged by; empty where nothing is measured. */
  Optional<String> limit(LimitSummary limit) {
    if (limit.unit().equals(Limits.YES_OR_NO)) {
      return Optional.empty();
    }
    return Stream.of(
            part("limit.value", limit.value(), limit.unit()),
            part("limit.raise", limit.raise(), limit.unit()),
            part("limit.clear", limit.clear(), limit.unit()))
        .flatMap(Optional::stream)
        .reduce((some, next) -> say("and", some, next));
  }

  private Optional<String> part(String key, OptionalDouble value, String unit) {
    return value.isPresent()
        ? Optional.of(say(key, Measured.number(value, unit)))
        : Optional.empty();
  }

  /** Which episode it is, and of how many where that is known. */
  String occurrence(FaultSummary fault) {
    return fault
        .memory()
        .map(memory -> say("occurrence.of", fault.occurrence(), memory.total(), memory.thisBoot()))
        .orElseGet(() -> String.valueOf(fault.occurrence()));
  }

  /** For how long it has not failed any more; empty while it does, and where that is not known. */
  Optional<String> aging(FaultSummary fault) {
    return fault
        .memory()
        .filter(_ -> !fault.active())
        .map(
            memory ->
                say(memory.aged() ? "aging.aged" : "aging", memory.cleanCycles(), DtcEntry.AGED));
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

  /** How its repair was signed off; empty where it was not. */
  Optional<String> signedOff(FaultSummary fault) {
    return fault
        .resolution()
        .flatMap(
            how ->
                Stream.of(
                        signedBy(how),
                        how.action(),
                        how.part().isEmpty() ? "" : say("signed.part", how.part()),
                        how.removed() ? say("signed.removed") : "",
                        say(how.verified() ? "signed.verified" : "signed.unverified"))
                    .filter(part -> !part.isEmpty())
                    .reduce((some, next) -> say("and", some, next)));
  }

  private String signedBy(SignedOff how) {
    return how.at()
        .map(FaultWords::toTheSecond)
        .map(at -> how.clockTrusted() ? at : say("untrusted", at))
        .map(at -> say("signed.by", at, how.by()))
        .orElse(how.by());
  }

  /** An instant for a person, whom its fractions would only keep from reading the row. */
  static String toTheSecond(String instant) {
    return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
