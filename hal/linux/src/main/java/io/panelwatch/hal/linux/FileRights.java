package io.panelwatch.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.linux.kernel.NativeCall;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Lets root use files with no more rights than the owner of a folder has, until it is closed:
 * whatever link that owner slips into the folder meanwhile leads root nowhere that the owner could
 * not go by itself, and what is made there is the owner's. For everybody else, and for what is
 * root's, nothing changes.
 *
 * <p>It is setfsuid(2) and setfsgid(2), which are of one thread, take away what lets root pass over
 * permissions (capabilities(7)), and can be taken back, so that root can still write a file that a
 * person names elsewhere. The supplementary groups are given up for good, by all threads. Closed by
 * the thread that made it; a thread that is started meanwhile has the same rights.
 */
public final class FileRights implements AutoCloseable {

  private static final int ROOT = 0;

  /** Changes nothing, and is answered with what is in force. */
  private static final int ASK = -1;

  private static final MethodHandle SETFSUID =
      NativeCall.link("setfsuid", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle SETFSGID =
      NativeCall.link("setfsgid", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle SETGROUPS =
      NativeCall.link("setgroups", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));

  private final boolean taken;

  private FileRights(boolean taken) {
    this.taken = taken;
  }

  /** Whether this thread has those of root. */
  public static boolean areRoots() {
    return call(SETFSUID, "setfsuid", ASK) == ROOT;
  }

  /**
   * Takes the rights of an owner, where this thread has those of root. Who asks several times does
   * so for the same owner: the name of a folder may lead to another one's the next time.
   *
   * @throws DeviceException when the kernel refuses, as it does a root without capabilities
   */
  public static FileRights of(FileOwner owner) throws DeviceException {
    if (owner.isRoot() || !areRoots()) {
      return new FileRights(false);
    }
    giveUpGroups(owner);
    call(SETFSGID, "setfsgid", owner.group());
    call(SETFSUID, "setfsuid", owner.user());
    var rights = new FileRights(true);
    if (call(SETFSUID, "setfsuid", ASK) != owner.user()
        || call(SETFSGID, "setfsgid", ASK) != owner.group()) {
      rights.close();
      throw refused("setfsuid", owner);
    }
    return rights;
  }

  private static void giveUpGroups(FileOwner owner) throws DeviceException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(NativeCall.STATE);
      int refused = (int) SETGROUPS.invokeExact(state, 0L, MemorySegment.NULL);
      if (refused != 0) {
        throw refused("setgroups", owner);
      }
    } catch (DeviceException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw NativeCall.unexpected("setgroups", e);
    }
  }

  private static DeviceException refused(String call, FileOwner owner) {
    return new DeviceException(
        Errno.EPERM.number(),
        call,
        "user " + owner.user(),
        ("this root may not take the rights of user %d (%s is refused), as in a container without"
                + " capabilities: ask as that user, with sudo -u, setpriv or docker exec --user")
            .formatted(owner.user(), call));
  }

  /** Returns what was in force before. */
  private static int call(MethodHandle handle, String function, int id) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) handle.invokeExact(arena.allocate(NativeCall.STATE), id);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw NativeCall.unexpected(function, e);
    }
  }

  /** Gives root its own rights back. */
  @Override
  public void close() {
    if (taken) {
      call(SETFSUID, "setfsuid", ROOT);
      call(SETFSGID, "setfsgid", ROOT);
    }
  }
}
