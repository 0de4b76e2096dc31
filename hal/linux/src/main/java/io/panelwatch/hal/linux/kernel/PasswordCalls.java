package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;

/**
 * What the system knows of a user (getpwuid_r(3)). The layout of {@code struct passwd} is that of
 * {@code pwd.h}, which glibc and musl share on 64 bits: two pointers, the user, the group.
 */
public final class PasswordCalls {

  private static final long PASSWD_BYTES = 48;
  private static final long GROUP = 20;

  /** For the texts of an entry, of which nothing is read here. */
  private static final long TEXT_BYTES = 1 << 16;

  private static final MethodHandle GETPWUID_R =
      NativeCall.link(
          "getpwuid_r",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));

  private PasswordCalls() {}

  /** The user's own group; empty where the system does not know the user. */
  public static OptionalInt groupOf(int user) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment entry = arena.allocate(PASSWD_BYTES, Long.BYTES);
      MemorySegment found = arena.allocate(ADDRESS);
      int refused =
          (int)
              GETPWUID_R.invokeExact(
                  arena.allocate(NativeCall.STATE),
                  user,
                  entry,
                  arena.allocate(TEXT_BYTES),
                  TEXT_BYTES,
                  found);
      boolean known = refused == 0 && found.get(ADDRESS, 0).address() != 0;
      return known ? OptionalInt.of(entry.get(JAVA_INT, GROUP)) : OptionalInt.empty();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw NativeCall.unexpected("getpwuid_r", e);
    }
  }
}
