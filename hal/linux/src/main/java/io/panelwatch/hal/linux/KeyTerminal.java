package io.panelwatch.hal.linux;

import io.panelwatch.hal.linux.kernel.NativeCall;
import io.panelwatch.hal.linux.kernel.PollCalls;
import io.panelwatch.hal.linux.kernel.TerminalCalls;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/**
 * Standard input and output of this process for something that goes on until somebody ends it: key
 * by key where they are a terminal (termios(3), {@code ICANON} and {@code ECHO} off), and nothing
 * but the end of the reader where they are not. Closing it sets the terminal back as it was; once
 * it is closed nothing changes it any more, so that a program may be ended at any moment. Used by
 * one thread; {@link #close} may be called by another one.
 */
public final class KeyTerminal implements AutoCloseable {

  /** What was heard. */
  public enum Heard {
    /** Nothing, for all of the time. */
    NOTHING,
    /** A key; {@link #key} reads it. */
    KEY,
    /** Whoever read the output, or typed, is gone. */
    END
  }

  /**
   * How much a terminal shows.
   *
   * @param rows 1 or more
   * @param columns 1 or more
   */
  public record Size(int rows, int columns) {

    /** What a terminal has that tells nothing of itself: a VT100's. */
    public static final Size USUAL = new Size(24, 80);
  }

  /** After which a stop that does not come is not to be waited for: nobody is there to end it. */
  private static final int STOPS_WITHIN_MILLIS = 200;

  private static final int INPUT = 0;
  private static final int OUTPUT = 1;

  private final Arena arena = Arena.ofAuto();
  private final MemorySegment state = arena.allocate(NativeCall.STATE);
  private final MemorySegment before = arena.allocate(TerminalCalls.TERMIOS_BYTES, Long.BYTES);
  private final MemorySegment window = arena.allocate(TerminalCalls.WINSIZE_BYTES, Long.BYTES);
  private final MemorySegment ends = arena.allocate(2 * PollCalls.POLLFD.byteSize(), Long.BYTES);
  private final FileInputStream keys = new FileInputStream(FileDescriptor.in);
  private final boolean terminal;
  private boolean begun;
  private boolean closed;

  private KeyTerminal(boolean interactive) {
    terminal = interactive && TerminalCalls.settings(state, INPUT, before) == 0;
  }

  /**
   * Opens it and changes nothing yet.
   *
   * @param interactive whether keys are wanted; else input is left alone
   */
  public static KeyTerminal open(boolean interactive) {
    return new KeyTerminal(interactive);
  }

  /** From now on each key is heard, and shown by nobody. */
  public synchronized void begin() {
    if (terminal && !closed) {
      MemorySegment now = arena.allocate(TerminalCalls.TERMIOS_BYTES, Long.BYTES);
      now.copyFrom(before);
      TerminalCalls.readKeys(now);
      begun = TerminalCalls.set(state, INPUT, now) == 0;
    }
  }

  /**
   * Sets the terminal back, stops this program and those that were started with it, as Ctrl-Z does
   * elsewhere, and begins again once they are told to go on and have the terminal. Told to go on
   * behind a shell, or to end, this one leaves the terminal alone: to set it would stop it once
   * more, before it has ended.
   */
  public void stop() {
    setBack();
    TerminalCalls.stop(state);
    // kill(2) returns before the stop comes where another thread of this process is given it.
    do {
      PollCalls.poll(state, ends, 0, STOPS_WITHIN_MILLIS);
    } while (isBehind());
    begin();
  }

  private synchronized boolean isBehind() {
    return terminal && !closed && TerminalCalls.isSomebodyElses(state, INPUT);
  }

  private synchronized void setBack() {
    if (begun && !closed) {
      TerminalCalls.set(state, INPUT, before);
      begun = false;
    }
  }

  /** How much the terminal shows now. */
  public Size size() {
    if (TerminalCalls.size(state, OUTPUT, window) != 0
        || TerminalCalls.rows(window) == 0
        || TerminalCalls.columns(window) == 0) {
      return Size.USUAL;
    }
    return new Size(TerminalCalls.rows(window), TerminalCalls.columns(window));
  }

  /** Waits, in real time, until something is heard or the time is over. */
  public Heard await(Duration longest) {
    // Of a pipe whose reader is gone poll(2) tells without being asked for anything.
    PollCalls.set(ends, 0, OUTPUT, (short) 0);
    PollCalls.set(ends, 1, terminal ? INPUT : -1, PollCalls.POLLIN);
    int ready = PollCalls.poll(state, ends, 2, (int) longest.toMillis());
    if (ready <= 0) {
      return Heard.NOTHING;
    }
    return PollCalls.ready(ends, 0) ? Heard.END : Heard.KEY;
  }

  /**
   * The key that was heard; -1 where the terminal is gone.
   *
   * @throws IOException when it cannot be read
   */
  public int key() throws IOException {
    return keys.read();
  }

  @Override
  public synchronized void close() {
    setBack();
    closed = true;
  }
}
