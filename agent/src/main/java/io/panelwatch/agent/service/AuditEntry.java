package io.panelwatch.agent.service;

import static java.util.stream.Collectors.joining;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Retested;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.VisitExpired;
import io.panelwatch.agent.fault.lifecycle.Action;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody did on the device, or tried to do. It never holds a code. It is kept on the device
 * and told to the backend as the {@link ServiceEvent} that it is.
 *
 * @param at when
 * @param by who
 * @param action what, in a word: {@code acknowledge}
 * @param subject with what: a faultId, a code on a component, a visit, an inspection; may be empty
 * @param detail what else was said of it: for how long, which part; may be empty
 * @param outcome what became of it: {@link #DONE}, {@code already}, {@link #WRONG_CODE}, or another
 *     word for why it was refused; of a retest what that came to; {@code refused} of {@code more},
 *     which stands for so many that came to nothing
 */
public record AuditEntry(
    Stamp at, Actor by, String action, String subject, String detail, String outcome) {

  /** The outcome of what was done. */
  public static final String DONE = "done";

  /** The action of a retest that has come to its end; the outcome is what it came to. */
  public static final String RETESTED = "retested";

  /** The action of an inspection. */
  public static final String INSPECT = "inspect";

  /** The action of who saves the fault memory; the subject is the last part of the file's name. */
  public static final String BACKUP = "backup";

  /** The action of who puts a backup in the place of the fault memory; the same. */
  public static final String RESTORE = "restore";

  /** The outcome of what was tried and could not be done. */
  public static final String FAILED = "failed";

  /** The outcome of a sign-off with a code that is not the technician's. */
  public static final String WRONG_CODE = "wrong-code";

  /** The action of who begins a visit; the detail is the faultIds that it is for. */
  private static final String OPEN_VISIT = "visit-open";

  private static final Pattern BETWEEN_IDS = Pattern.compile("[ ;]+");

  /** Also as it is read aloud, in groups. */
  private static final Pattern MAY_BE_A_CODE = Pattern.compile("[0-9](?:[ ._-]*[0-9]){5}");

  /** Whether another one is of the same action and came to the same. */
  public boolean isLike(AuditEntry other) {
    return action.equals(other.action) && outcome.equals(other.outcome);
  }

  /** The entry for an action. */
  public static AuditEntry of(Action action, Stamp at, String outcome) {
    String detail = detail(action);
    return new AuditEntry(at, action.by(), word(action), subject(action), detail, outcome);
  }

  /** The entry for a retest that has come to its end. */
  public static AuditEntry of(Retested retest) {
    String outcome = retest.result().name().toLowerCase(Locale.ROOT);
    return new AuditEntry(
        retest.at(), retest.by(), RETESTED, retest.faultId(), retest.visit(), outcome);
  }

  /** The entry for a visit that nobody has closed. */
  public static AuditEntry of(VisitExpired forgotten) {
    return new AuditEntry(
        forgotten.at(), Actor.AGENT, "visit-close", forgotten.visit().id(), "forgotten", DONE);
  }

  /** What may be a faultId in it: of the fault that it is about, or of those of a visit. */
  public Stream<String> named() {
    Stream<String> works =
        action.equals(OPEN_VISIT) ? BETWEEN_IDS.splitAsStream(detail) : Stream.of();
    return Stream.concat(Stream.of(subject), works).filter(id -> !id.isEmpty());
  }

  /**
   * The same with whom somebody claimed to be.
   *
   * @param name that was claimed; in what is meant for a name a code may have been typed, and one
   *     that may be that is not told
   */
  public AuditEntry claimedAs(String name) {
    String claim = MAY_BE_A_CODE.matcher(name).find() ? "somebody" : name;
    String told = Stream.of(detail, "as " + claim).filter(s -> !s.isEmpty()).collect(joining("; "));
    return new AuditEntry(at, by, action, subject, told, outcome);
  }

  /** The entry for so many that came to nothing and have none of their own. */
  public static AuditEntry ofMore(int many, Actor by, Stamp at) {
    return new AuditEntry(at, by, "more", "", "and %d more".formatted(many), "refused");
  }

  /** The same with what it is about, where the action does not say so. */
  public AuditEntry about(String otherSubject) {
    return new AuditEntry(at, by, action, otherSubject, detail, outcome);
  }

  private static String word(Action action) {
    return switch (action) {
      case Action.Acknowledge _ -> "acknowledge";
      case Action.Shelve _ -> "shelve";
      case Action.Unshelve _ -> "unshelve";
      case Action.TakeOut _ -> "out-of-service";
      case Action.PutBack _ -> "return";
      case Action.OpenVisit _ -> OPEN_VISIT;
      case Action.CloseVisit _ -> "visit-close";
      case Action.Retest _ -> "retest";
      case Action.Resolve _ -> "resolve";
      case Action.Inspect _ -> INSPECT;
      case Action.BeginDrill _ -> "drill";
      case Action.EndDrill _ -> "drill-end";
    };
  }

  private static String subject(Action action) {
    return switch (action) {
      case Action.Acknowledge fault -> fault.faultId();
      case Action.Shelve fault -> fault.faultId();
      case Action.TakeOut fault -> fault.faultId();
      case Action.Retest fault -> fault.faultId();
      case Action.Resolve fault -> fault.faultId();
      case Action.Unshelve alarm -> alarm.code() + " " + alarm.component();
      case Action.PutBack alarm -> alarm.code() + " " + alarm.component();
      case Action.BeginDrill alarm -> alarm.code() + " " + alarm.component();
      case Action.OpenVisit visit -> visit.visit();
      case Action.Inspect inspect -> inspect.item();
      case Action.CloseVisit _, Action.EndDrill _ -> "";
    };
  }

  private static String detail(Action action) {
    return switch (action) {
      case Action.Shelve shelve -> shelve.time().toString();
      case Action.BeginDrill drill -> drill.time().toString();
      case Action.OpenVisit visit -> String.join(" ", visit.faultIds());
      case Action.Resolve resolve ->
          Stream.of(resolve.action(), resolve.part(), resolve.removed() ? "removed" : "")
              .filter(words -> !words.isEmpty())
              .collect(joining("; "));
      case Action.Acknowledge _,
          Action.TakeOut _,
          Action.Unshelve _,
          Action.PutBack _,
          Action.CloseVisit _,
          Action.Retest _,
          Action.Inspect _,
          Action.EndDrill _ ->
          "";
    };
  }
}
