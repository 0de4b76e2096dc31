package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * What a terminal is asked by ioctl_tty(2). The numbers and the layout are those of {@code
 * asm-generic/ioctls.h} and {@code asm-generic/termbits.h}, which amd64 and arm64 share.
 */
public final class TerminalCalls {

  /** {@code struct termios} of the kernel: four words of flags, a byte, 19 control characters. */
  public static final long TERMIOS_BYTES = 36;

  /** {@code struct winsize}: rows, columns, and two that are of no use. */
  public static final long WINSIZE_BYTES = 8;

  private static final int TCGETS = 0x5401;
  private static final int TCSETS = 0x5402;
  private static final int TIOCGPGRP = 0x540f;
  private static final int TIOCGWINSZ = 0x5413;

  /** Where {@code c_lflag} is, and its bits for whole lines and for showing what is typed. */
  private static final long LOCAL_FLAGS = 12;

  private static final int ICANON = 0x2;
  private static final int ECHO = 0x8;

  /** Where the control characters are, which of them stops a program, and what stands for none. */
  private static final long CONTROL_CHARACTERS = 17;

  private static final int VSUSP = 10;
  private static final byte DISABLED = 0;

  /** To kill(2): every process of the group that this one is of. */
  private static final int OWN_GROUP = 0;

  private static final int SIGTSTP = 20;

  private static final MethodHandle KILL =
      NativeCall.link("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle GETPGRP =
      NativeCall.link("getpgrp", FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle IOCTL =
      NativeCall.linkVariadic(
          "ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), 2);

  private TerminalCalls() {}

  /** Reads how a terminal is set; -1 where the descriptor is none. */
  public static int settings(MemorySegment state, int descriptor, MemorySegment termios) {
    return ioctl(state, descriptor, TCGETS, termios);
  }

  /** Sets a terminal at once; -1 where it refuses. */
  public static int set(MemorySegment state, int descriptor, MemorySegment termios) {
    return ioctl(state, descriptor, TCSETS, termios);
  }

  /** Reads how large a terminal is; -1 where the descriptor is none. */
  public static int size(MemorySegment state, int descriptor, MemorySegment winsize) {
    return ioctl(state, descriptor, TIOCGWINSZ, winsize);
  }

  /**
   * Whether somebody else has the terminal, as a shell has it of a program that was stopped. Who
   * sets it then is stopped for that (SIGTTOU, tcsetattr(3)). No terminal, and one that does not
   * control this program, nobody has.
   */
  public static boolean isSomebodyElses(MemorySegment state, int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment group = arena.allocate(JAVA_INT);
      return ioctl(state, descriptor, TIOCGPGRP, group) == 0
          && group.get(JAVA_INT, 0) != (int) GETPGRP.invokeExact(state);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw NativeCall.unexpected("getpgrp", t);
    }
  }

  /**
   * Changes settings so that each key is read at once and is not shown. The one that stops a
   * program (Ctrl-Z) is a key like the others: stopped there and then, it would leave the terminal
   * so.
   */
  public static void readKeys(MemorySegment termios) {
    int flags = termios.get(JAVA_INT, LOCAL_FLAGS);
    termios.set(JAVA_INT, LOCAL_FLAGS, flags & ~(ICANON | ECHO));
    termios.set(JAVA_BYTE, CONTROL_CHARACTERS + VSUSP, DISABLED);
  }

  /**
   * Stops all programs that this one was started with, as the terminal's own key does; -1 where
   * that is refused. It may return before the stop comes (kill(2), where another thread of this
   * process is given the signal). Nothing is stopped where no shell is left to say so (SIGTSTP to
   * an orphaned process group, setpgid(2)).
   */
  public static int stop(MemorySegment state) {
    try {
      return (int) KILL.invokeExact(state, OWN_GROUP, SIGTSTP);
    } catch (Throwable t) {
      throw NativeCall.unexpected("kill", t);
    }
  }

  /** The rows of a window. */
  public static int rows(MemorySegment winsize) {
    return Short.toUnsignedInt(winsize.get(JAVA_SHORT, 0));
  }

  /** The columns of a window. */
  public static int columns(MemorySegment winsize) {
    return Short.toUnsignedInt(winsize.get(JAVA_SHORT, Short.BYTES));
  }

  private static int ioctl(
      MemorySegment state, int descriptor, int request, MemorySegment argument) {
    try {
      return (int) IOCTL.invokeExact(state, descriptor, (long) request, argument);
    } catch (Throwable t) {
      throw NativeCall.unexpected("ioctl", t);
    }
  }
}
