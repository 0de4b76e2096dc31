package io.panelwatch.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.panelwatch.hal.linux.kernel.NativeCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets root use files with no more rights than the owner of a folder has, until it is closed:
 * whatever link that owner slips into the folder meanwhile leads root nowhere that the owner could
 * not go by itself, and what is made there is the owner's. For everybody else, and in a folder of
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

  /**
   * Takes the rights of a folder's owner and group, where this thread has those of root; of a
   * folder that is missing nobody is the owner.
   *
   * @throws IOException when the kernel refuses
   */
  public static FileRights ofOwner(Path folder) throws IOException {
    if (call(SETFSUID, "setfsuid", ASK) != ROOT || Files.notExists(folder)) {
      return new FileRights(false);
    }
    int user = (Integer) Files.getAttribute(folder, "unix:uid");
    int group = (Integer) Files.getAttribute(folder, "unix:gid");
    if (user == ROOT) {
      return new FileRights(false);
    }
    giveUpGroups(folder);
    call(SETFSGID, "setfsgid", group);
    call(SETFSUID, "setfsuid", user);
    var rights = new FileRights(true);
    if (call(SETFSUID, "setfsuid", ASK) != user || call(SETFSGID, "setfsgid", ASK) != group) {
      rights.close();
      throw new FileSystemException(folder.toString(), null, "its owner's rights are refused");
    }
    return rights;
  }

  private static void giveUpGroups(Path folder) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(NativeCall.STATE);
      int refused = (int) SETGROUPS.invokeExact(state, 0L, MemorySegment.NULL);
      if (refused != 0) {
        throw NativeCall.refused(state, "setgroups", folder.toString());
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw NativeCall.unexpected("setgroups", e);
    }
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
