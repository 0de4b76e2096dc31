package io.panelwatch.hal.linux.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /proc/mdstat} (md(4), {@code md_seq_show} of drivers/md/md.c): an array is a line that
 * begins at the margin, and what follows indented belongs to it.
 *
 * <pre>
 * md6 : active raid1 sdb2[2](F) sdc[1](S) sda2[0]
 *       195310144 blocks [2/1] [U_]
 *       [=>...................]  recovery =  8.5% (16775552/195310144) finish=17.0min
 * </pre>
 *
 * <p>Only {@code [n/m]} tells how many members an array has and how many of them work; which they
 * are is told in letters, of which kernels of vendors have more: {@code [U_EU]}. A failed spare
 * {@code (F)} takes nothing away from it, arrays without redundancy and containers of firmware
 * RAIDs have none, and a check or a delayed resync does not change it.
 *
 * <p>An array that lacks too many members stays {@code inactive} and has no numbers at all. So do
 * containers, which are made to be so: their metadata is {@code external}. One that lost too many
 * while it ran is {@code broken} since Linux 6.9, and {@code active} before; of an array without
 * redundancy that word is all there is.
 */
final class MdStat {

  /**
   * An array.
   *
   * @param name {@code md6}
   * @param devices how many it has when whole; empty for an array without redundancy
   * @param working how many of them work
   * @param state of its members, as far as no number tells it
   */
  record Array(String name, OptionalInt devices, OptionalInt working, State state) {

    private Array withMembers(OptionalInt all, OptionalInt good) {
      return new Array(name, all, good, state == State.WAITING ? State.RUNNING : state);
    }

    private Array asContainer() {
      return new Array(name, NOT_TOLD, NOT_TOLD, State.RUNNING);
    }
  }

  /** What the first word of an array's line says of it. */
  enum State {
    /** It does what it is for; so does a container by being there. */
    RUNNING,
    /** It waits for the members that it needs to start. */
    WAITING,
    /** It ran, and has lost more members than it can do without. */
    BROKEN
  }

  /** Whatever its state: {@code Personalities} have none, and {@code unused devices} are none. */
  private static final Pattern HEAD = Pattern.compile("(\\S+) : ([a-z]+)\\b.*");

  /** Of the line that follows: {@code 7932 blocks super external:imsm}. */
  private static final String CONTAINER = " super external:";

  private static final Pattern MEMBERS =
      Pattern.compile("\\[([0-9]{1,6})/([0-9]{1,6})] \\[[A-Z_]+]");

  private static final OptionalInt NOT_TOLD = OptionalInt.empty();

  private MdStat() {}

  /** All arrays in the order of the file. */
  static List<Array> parse(String text) {
    var arrays = new ArrayList<Array>();
    for (String line : text.lines().toList()) {
      Matcher head = HEAD.matcher(line);
      Matcher members = MEMBERS.matcher(line);
      if (head.matches()) {
        arrays.add(new Array(head.group(1), NOT_TOLD, NOT_TOLD, state(head.group(2))));
      } else if (isIndented(line) && !arrays.isEmpty() && members.find()) {
        Array array = arrays.removeLast();
        arrays.add(array.withMembers(number(members.group(1)), number(members.group(2))));
      } else if (isIndented(line) && !arrays.isEmpty() && line.contains(CONTAINER)) {
        arrays.add(arrays.removeLast().asContainer());
      }
    }
    return arrays;
  }

  private static State state(String word) {
    return switch (word) {
      case "inactive" -> State.WAITING;
      case "broken" -> State.BROKEN;
      default -> State.RUNNING;
    };
  }

  private static boolean isIndented(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }

  private static OptionalInt number(String digits) {
    return OptionalInt.of(Integer.parseInt(digits));
  }
}
