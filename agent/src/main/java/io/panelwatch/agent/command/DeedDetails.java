package io.panelwatch.agent.command;

import static java.util.stream.Collectors.joining;

import io.panelwatch.agent.control.DeedSummary;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What else is to be said of a deed, without what its row says already. What people have written
 * stays as it is.
 *
 * @param words in the reader's language
 */
record DeedDetails(Words words) {

  private static final String REMOVED = "removed";

  /** At the end of what was refused to somebody who said who that was. */
  private static final Pattern CLAIM = Pattern.compile("(?:^|; )as ([^;]+)$");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /** May be empty. */
  String of(DeedSummary deed) {
    return switch (deed.action()) {
      case "shelve", "drill" -> time(deed.detail());
      case "more" -> many(deed.detail());
      case "visit-close" -> words.sayOr("detail." + deed.detail(), deed.detail());
      case "retested" -> "";
      default -> claimed(deed);
    };
  }

  private String time(String iso) {
    try {
      return words.say("detail.for", asTyped(Duration.parse(iso)));
    } catch (DateTimeParseException e) {
      return iso;
    }
  }

  /** As {@link TimeSpan} reads it. */
  private static String asTyped(Duration time) {
    long seconds = time.toSeconds();
    if (seconds % Duration.ofHours(1).toSeconds() == 0) {
      return time.toHours() + "h";
    }
    return seconds % 60 == 0 ? time.toMinutes() + "m" : seconds + "s";
  }

  private String many(String detail) {
    Matcher number = NUMBER.matcher(detail);
    return number.find() ? words.say("detail.more", number.group()) : detail;
  }

  private String claimed(DeedSummary deed) {
    Matcher claim = CLAIM.matcher(deed.detail());
    if (deed.outcome().equals("done") || !claim.find()) {
      return said(deed, deed.detail());
    }
    String rest = said(deed, deed.detail().substring(0, claim.start()));
    return Stream.of(rest, words.say("detail.claim", claim.group(1)))
        .filter(text -> !text.isEmpty())
        .collect(joining("; "));
  }

  private String said(DeedSummary deed, String detail) {
    if (deed.action().equals("visit-open")) {
      return deed.faults().isEmpty() ? detail : "";
    }
    boolean taken = detail.equals(REMOVED) || detail.endsWith("; " + REMOVED);
    return taken
        ? detail.substring(0, detail.length() - REMOVED.length()) + words.say("detail.removed")
        : detail;
  }
}
