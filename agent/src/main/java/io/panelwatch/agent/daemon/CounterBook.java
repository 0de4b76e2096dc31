package io.panelwatch.agent.daemon;

import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.hal.SensorFamily;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was counted when it was last seen, over restarts, of all that makes a fault which lasts
 * until somebody has seen it. Without it such a fault would be told anew after each start, and what
 * happened while nobody looked, as the kill that hit the agent itself, would never be told.
 *
 * <pre>
 *   8a3f5c2e9b01 smart.reallocated 304 sda   of that disk: the counter goes on over a boot
 *   - crash.dumps 2 kernel                   of the board
 *   1f6c... memory.oom-kills 2 memory        of that boot: the next one begins at 0
 * </pre>
 *
 * <p>The kernel names disks in the order in which it finds them. A counter of another disk, or file
 * system, of the same name is no baseline: {@link Quantity#isIdentity} tells them apart.
 *
 * <p>Given a scan once its transitions are stored: what is lost in between is told twice and not
 * never. Written when something has changed, once in {@link #WRITE_EVERY} at most, and at the end.
 * The watch's thread, and the one that closes. A scan that is being taken in is not waited for,
 * since the storage may keep it; where the storage keeps another file of the state folder, closing
 * waits as long as the {@linkplain Termination end of the program} lets it.
 */
final class CounterBook implements AutoCloseable {

  /** How many counters are kept: those that changed last. */
  static final int MOST = 1_000;

  /** Memory that runs out, or a disk that dies, changes a counter with every scan. */
  static final Duration WRITE_EVERY = Duration.ofMinutes(1);

  static final String FILE = "counters";

  /** Kernel counters that begin at 0 with each boot. */
  private static final Set<Quantity> OF_A_BOOT =
      EnumSet.of(
          Quantity.MEMORY_OOM_KILLS, Quantity.ECC_UNCORRECTED_ERRORS, Quantity.WATCHDOG_CARD_RESET);

  /** In superblocks and in disks, and what lies in folders: everything that these count. */
  private static final Set<Quantity> OF_THE_BOARD =
      counters(SensorFamily.FILE_SYSTEM_ERRORS, SensorFamily.SMART, SensorFamily.CRASH_DUMPS);

  /** Stands for the boot or the disk where it does not matter, or where nobody names it. */
  private static final String ANY = "-";

  private static final int WORDS = 4;

  private record Key(Quantity counter, String component) {
    Place place() {
      return new Place(counter.family(), component);
    }
  }

  private record Place(SensorFamily family, String component) {}

  /**
   * What a counter stood at.
   *
   * @param whose the boot that it began with, or the identity of what has it, in hexadecimal
   */
  private record Entry(String whose, double value) {

    /** Of which disk or file system; empty where that is not known. */
    OptionalLong identity() {
      return whose.equals(ANY)
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseUnsignedLong(whose, HEXADECIMAL));
    }
  }

  private static final int HEXADECIMAL = 16;

  /** Gets what was counted before this run. */
  interface Baselines {
    /** A counter stood at that value before anything that is read from now on. */
    void counted(Quantity counter, String component, double value);
  }

  private final StateFiles files;
  private final String boot;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean changed;
  private OptionalLong writtenNanos = OptionalLong.empty();

  private CounterBook(StateFiles files, String boot) {
    this.files = files;
    this.boot = boot;
  }

  /**
   * Reads what the run before has left. What is none of ours is set aside; the rest of it holds.
   *
   * @param bootId of this boot; may be empty
   */
  static CounterBook open(StateFiles files, String bootId) {
    var book = new CounterBook(files, bootId.isEmpty() ? ANY : bootId);
    boolean ours = true;
    for (String line : files.read(FILE).lines().limit(MOST).toList()) {
      ours &= book.takes(line);
    }
    if (!ours) {
      files.setAside(FILE);
      book.changed = true;
    }
    return book;
  }

  /** Tells every counter as it is to be held against the first reading of this run. */
  void tell(Baselines baselines) {
    entries.forEach(
        (key, entry) -> {
          if (OF_A_BOOT.contains(key.counter)) {
            boolean begunAnew = !entry.whose.equals(ANY) && !entry.whose.equals(boot);
            baselines.counted(key.counter, key.component, begunAnew ? 0 : entry.value);
          } else {
            baselines.counted(key.counter, key.component, entry.value);
            tellIdentity(baselines, key, entry);
          }
        });
  }

  private static void tellIdentity(Baselines baselines, Key key, Entry entry) {
    Optional<Quantity> identity = identity(key.counter.family());
    entry
        .identity()
        .ifPresent(
            mark -> identity.ifPresent(q -> baselines.counted(q, key.component, (double) mark)));
  }

  private static Optional<Quantity> identity(SensorFamily family) {
    return Arrays.stream(Quantity.values())
        .filter(quantity -> quantity.isIdentity() && quantity.family() == family)
        .findFirst();
  }

  /** Takes in what a scan has read, whose transitions are stored. */
  void take(Scan scan) {
    lock.lock();
    try {
      takeIn(scan);
    } finally {
      lock.unlock();
    }
  }

  private void takeIn(Scan scan) {
    Map<Place, String> identities = identities(scan);
    forgetExchanged(identities);
    for (Reading reading : scan.readings()) {
      if (reading.good() && isKept(reading)) {
        var key = new Key(reading.quantity(), reading.component());
        put(key, new Entry(whose(key, identities), reading.value().orElse(0)));
      }
    }
    long now = scan.monotonicNanos();
    boolean due = writtenNanos.isEmpty() || now - writtenNanos.getAsLong() >= WRITE_EVERY.toNanos();
    if (changed && due) {
      writtenNanos = OptionalLong.of(now);
      write();
    }
  }

  /**
   * What another disk of the same name has counted is forgotten, what the new one does not count
   * included: of one name only one disk is told, and it is to be the one that is there.
   *
   * @param identities of what is there
   */
  private void forgetExchanged(Map<Place, String> identities) {
    changed |=
        entries
            .entrySet()
            .removeIf(
                counted -> {
                  String there = identities.get(counted.getKey().place());
                  String whose = counted.getValue().whose;
                  return there != null && !whose.equals(ANY) && !whose.equals(there);
                });
  }

  private static Map<Place, String> identities(Scan scan) {
    var identities = new HashMap<Place, String>();
    for (Reading reading : scan.readings()) {
      if (reading.quantity().isIdentity() && reading.good()) {
        identities.put(
            new Place(reading.quantity().family(), reading.component()),
            Long.toHexString((long) reading.value().orElseThrow()));
      }
    }
    return identities;
  }

  /** What does not say who it is this time is what it was. */
  private String whose(Key key, Map<Place, String> identities) {
    if (OF_A_BOOT.contains(key.counter)) {
      return boot;
    }
    Entry known = entries.get(key);
    String before = known == null ? ANY : known.whose;
    return identities.getOrDefault(key.place(), before);
  }

  /**
   * Writes what was not written yet, what an interrupt at the end of the watch has kept from being
   * written included. Where the watch is still writing, that is the newest.
   */
  @Override
  public void close() {
    if (!lock.tryLock()) {
      return;
    }
    try {
      if (changed) {
        write();
      } else {
        files.retry();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A name that would break a line is one of a board that was tampered with. */
  private static boolean isKept(Reading reading) {
    return (OF_A_BOOT.contains(reading.quantity()) || OF_THE_BOARD.contains(reading.quantity()))
        && reading.component().chars().noneMatch(Character::isISOControl);
  }

  private void put(Key key, Entry entry) {
    if (entry.equals(entries.get(key))) {
      return;
    }
    changed = true;
    entries.remove(key);
    entries.put(key, entry);
    if (entries.size() > MOST) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  private void write() {
    var text = new StringBuilder();
    entries.forEach(
        (key, entry) ->
            text.append(
                "%s %s %s %s\n"
                    .formatted(entry.whose, key.counter.text(), entry.value, key.component)));
    files.write(FILE, text.toString());
    changed = false;
  }

  /** Whether a line is one of ours; a counter that this program does not keep is no damage. */
  private boolean takes(String line) {
    String[] words = line.split(" ", WORDS);
    if (words.length < WORDS) {
      return false;
    }
    try {
      double value = Double.parseDouble(words[2]);
      if (!Double.isFinite(value)) {
        return false;
      }
      kept(words[1]).ifPresent(q -> restore(new Key(q, words[3]), new Entry(words[0], value)));
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * A line that was read.
   *
   * @throws NumberFormatException where it is of a disk that has no such identity
   */
  private void restore(Key key, Entry entry) {
    if (OF_THE_BOARD.contains(key.counter)) {
      var _ = entry.identity();
    }
    entries.put(key, entry);
  }

  private static Set<Quantity> counters(SensorFamily... families) {
    var counters = EnumSet.noneOf(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      if (quantity.counts() && List.of(families).contains(quantity.family())) {
        counters.add(quantity);
      }
    }
    return counters;
  }

  private static Optional<Quantity> kept(String text) {
    var all = EnumSet.copyOf(OF_A_BOOT);
    all.addAll(OF_THE_BOARD);
    return all.stream().filter(quantity -> quantity.text().equals(text)).findFirst();
  }
}
