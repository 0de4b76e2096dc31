package io.panelwatch.agent.command;

import io.panelwatch.agent.control.ReadingSummary;
import io.panelwatch.hal.linux.KeyTerminal.Size;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The whole terminal: the faults, below them the readings, as many as it has rows for. Only lines
 * that have changed are written (CUP and EL of ECMA-48), so that it is calm, and cheap over a
 * serial line. It has a screen of its own (xterm's 1049), after which the terminal shows what it
 * showed.
 */
final class WatchScreen implements WatchView {

  private static final String OPEN = "\u001b[?1049h\u001b[?25l";
  private static final String CLOSE = "\u001b[?25h\u001b[?1049l";
  private static final Size UNKNOWN = new Size(1, 1);
  private static final String CLEAR = "\u001b[2J";

  private final FaultsText faults;
  private final Words words;
  private final PrintWriter out;
  private final Supplier<Size> size;
  private List<String> shown = List.of();
  private Size sizeShown = UNKNOWN;
  private boolean open;
  private boolean closed;

  /**
   * @param size how large the terminal is now
   */
  WatchScreen(FaultsText faults, Words words, PrintWriter out, Supplier<Size> size) {
    this.faults = faults;
    this.words = words;
    this.out = out;
    this.size = size;
  }

  @Override
  public synchronized void show(Sighting now) {
    if (closed) {
      return;
    }
    if (!open) {
      open = true;
      out.print(OPEN);
    }
    Size room = size.get();
    if (!room.equals(sizeShown)) {
      out.print(CLEAR);
      shown = List.of();
      sizeShown = room;
    }
    List<String> lines = lines(now, room);
    for (int i = 0; i < Math.max(lines.size(), shown.size()); i++) {
      String line = i < lines.size() ? lines.get(i) : "";
      if (i >= shown.size() || !line.equals(shown.get(i))) {
        out.printf("\u001b[%d;1H%s\u001b[K", i + 1, line);
      }
    }
    out.flush();
    shown = lines;
  }

  private List<String> lines(Sighting now, Size room) {
    List<String> lines = new ArrayList<>();
    String at = now.at().map(FaultWords::toTheSecond).orElse("-");
    lines.add(Table.cut(words.say("title", at, now.faults().size()), room.columns()));
    if (now.faults().isEmpty()) {
      lines.add(words.say("none"));
    } else {
      lines.addAll(faults.liveTableOf(now.faults()).lines(room.columns()));
    }
    lines.add("");
    lines.addAll(readings(now.readings()).lines(room.columns()));
    if (lines.size() < room.rows()) {
      return lines;
    }
    int left = lines.size() - room.rows() + 1;
    List<String> most = new ArrayList<>(lines.subList(0, Math.max(1, room.rows() - 1)));
    most.add(Table.cut(words.say("more", left), room.columns()));
    return most;
  }

  private Table readings(List<ReadingSummary> readings) {
    var table =
        new Table(
            words.say("component"),
            words.say("reading"),
            words.say("value"),
            words.say("unit"),
            words.say("quality"));
    for (ReadingSummary reading : readings) {
      table.row(
          reading.component(),
          reading.name(),
          Measured.number(reading.value()),
          reading.unit(),
          reading.quality());
    }
    return table;
  }

  @Override
  public synchronized void pause() {
    if (open) {
      open = false;
      shown = List.of();
      sizeShown = UNKNOWN;
      out.print(CLOSE);
      out.flush();
    }
  }

  @Override
  public synchronized void close() {
    pause();
    closed = true;
  }
}
