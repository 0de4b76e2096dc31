package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import org.junit.jupiter.api.Test;

/** Sizes and offsets that a C compiler gives for the same structs on amd64 and arm64 (LP64). */
class KernelStructsTest {

  @Test
  void statvfsIsLaidOutAsInBitsStatvfs() {
    assertEquals(112, StatVfs.LAYOUT.byteSize());
    assertEquals(8, offset(StatVfs.LAYOUT, "f_frsize"));
    assertEquals(16, offset(StatVfs.LAYOUT, "f_blocks"));
    assertEquals(32, offset(StatVfs.LAYOUT, "f_bavail"));
    assertEquals(48, offset(StatVfs.LAYOUT, "f_ffree"));
    assertEquals(72, offset(StatVfs.LAYOUT, "f_flag"));
  }

  @Test
  void timexIsLaidOutAsInLinuxTimex() {
    assertEquals(208, Timex.LAYOUT.byteSize());
    assertEquals(32, offset(Timex.LAYOUT, "esterror"));
    assertEquals(40, offset(Timex.LAYOUT, "status"));
    assertEquals(88, offset(Timex.LAYOUT, "tick"));
    assertEquals(160, offset(Timex.LAYOUT, "tai"));
  }

  @Test
  void pollfdIsLaidOutAsInPoll() {
    assertEquals(8, PollCalls.POLLFD.byteSize());
    assertEquals(4, offset(PollCalls.POLLFD, "events"));
    assertEquals(6, offset(PollCalls.POLLFD, "revents"));
  }

  @Test
  void statxIsLaidOutAsInLinuxStat() {
    assertEquals(256, FileStamp.LAYOUT.byteSize());
    assertEquals(0x20, offset(FileStamp.LAYOUT, "stx_ino"));
    assertEquals(0x28, offset(FileStamp.LAYOUT, "stx_size"));
    assertEquals(0x60, offset(FileStamp.LAYOUT, "stx_ctime.tv_sec"));
    assertEquals(0x68, offset(FileStamp.LAYOUT, "stx_ctime.tv_nsec"));
    assertEquals(0x70, offset(FileStamp.LAYOUT, "stx_mtime.tv_sec"));
    assertEquals(0x78, offset(FileStamp.LAYOUT, "stx_mtime.tv_nsec"));
    assertEquals(0x88, offset(FileStamp.LAYOUT, "stx_dev_major"));
    assertEquals(0x8c, offset(FileStamp.LAYOUT, "stx_dev_minor"));
  }

  @Test
  void pointersOf32BitsAreRefusedInASentence() {
    NativeCall.require64Bits(8);

    var refused =
        assertThrows(UnsupportedOperationException.class, () -> NativeCall.require64Bits(4));
    assertTrue(refused.getMessage().startsWith("This Java runs with 32 bits: "));
  }

  private static long offset(StructLayout layout, String field) {
    return layout.byteOffset(PathElement.groupElement(field));
  }

  @Test
  void addressOfNetlinkIsLaidOutAsInLinuxNetlink() {
    assertEquals(12, NetlinkCalls.SOCKADDR_NL.byteSize());
    assertEquals(4, NetlinkCalls.SOCKADDR_NL.byteOffset(groupElement("nl_pid")));
    assertEquals(8, NetlinkCalls.SOCKADDR_NL.byteOffset(groupElement("nl_groups")));
  }
}
