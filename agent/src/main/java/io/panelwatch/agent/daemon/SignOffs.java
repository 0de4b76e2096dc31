package io.panelwatch.agent.daemon;

import io.panelwatch.agent.control.ActionAnswer;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.service.AuditEntry;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.service.Lockout;
import io.panelwatch.agent.service.Technicians;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks who it is before a repair is signed off, or a visit opened. The file of technicians is read
 * each time, so that who was added or taken out a moment ago is or is no more among them. On a
 * board without such a file anybody who may ask at all does so, as {@code local:USER}.
 *
 * <p>Checking a code takes a small board a second or two: it is done on the asker's thread, never
 * on the one that judges, and one at a time. Thread-safe.
 */
final class SignOffs {

  private final Path file;
  private final Supplier<Stamp> now;
  private final Function<Integer, List<AuditEntry>> wrongCodes;
  private final Consumer<AuditEntry> note;

  /**
   * @param file of the technicians
   * @param wrongCodes the latest attempts with a wrong code, so many at most, the newest first
   * @param note keeps an attempt that was refused
   */
  SignOffs(
      Path file,
      Supplier<Stamp> now,
      Function<Integer, List<AuditEntry>> wrongCodes,
      Consumer<AuditEntry> note) {
    this.file = file;
    this.now = now;
    this.wrongCodes = wrongCodes;
    this.note = note;
  }

  /** Does something with a fault. */
  interface Doing {
    ActionAnswer act(Action action) throws IOException;
  }

  /**
   * Has something done in the name of the technician who has proved to be that.
   *
   * @param asked by whoever asks on this machine
   * @param who claims to be the technician; empty where nobody claims to be anybody
   * @throws IOException when it is not known who the technicians are, or it could not be done
   */
  ActionAnswer signed(Action asked, Optional<Credentials> who, Doing doing) throws IOException {
    Optional<Technicians> technicians = technicians();
    if (technicians.isEmpty()) {
      return who.isPresent()
          ? refused(asked, who, "no-technicians")
          : doing.act(named(asked, "local:" + asked.by().name()));
    }
    if (who.isEmpty()) {
      return refused(asked, who, "code-needed");
    }
    Optional<ActionAnswer> refused = check(technicians.get(), asked, who.get());
    return refused.isPresent() ? refused.get() : doing.act(named(asked, who.get().technician()));
  }

  /** Why that is not who it claims to be. An attempt while no code is taken is no further one. */
  private synchronized Optional<ActionAnswer> check(
      Technicians technicians, Action asked, Credentials who) {
    List<Stamp> wrong = wrongCodes.apply(Lockout.WRONG).stream().map(AuditEntry::at).toList();
    if (Lockout.isClosed(wrong, now.get())) {
      return Optional.of(refused(asked, Optional.of(who), "locked"));
    }
    boolean right =
        technicians
            .of(who.technician())
            .map(technician -> technician.matches(who.code()))
            .orElse(false);
    return right
        ? Optional.empty()
        : Optional.of(refused(asked, Optional.of(who), AuditEntry.WRONG_CODE));
  }

  private ActionAnswer refused(Action asked, Optional<Credentials> who, String why) {
    var entry = AuditEntry.of(asked, now.get(), why);
    note.accept(who.map(claim -> entry.claimedAs(claim.technician())).orElse(entry));
    return new ActionAnswer.Refused(why);
  }

  private static Action named(Action asked, String name) {
    var by = new Actor(asked.by().kind(), name);
    return switch (asked) {
      case Action.Resolve(String id, String action, String part, boolean removed, _) ->
          new Action.Resolve(id, action, part, removed, by);
      case Action.OpenVisit(String visit, Set<String> faultIds, _) ->
          new Action.OpenVisit(visit, faultIds, by);
      case Action.Inspect(String item, _) -> new Action.Inspect(item, by);
      default -> throw new IllegalArgumentException("nobody has to prove who it is for " + asked);
    };
  }

  private Optional<Technicians> technicians() throws IOException {
    try {
      return Optional.of(Technicians.read(file));
    } catch (NoSuchFileException nobody) {
      return Optional.empty();
    }
  }
}
