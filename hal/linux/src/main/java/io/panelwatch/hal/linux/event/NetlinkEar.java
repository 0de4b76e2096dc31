package io.panelwatch.hal.linux.event;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.kernel.FileCalls;
import io.panelwatch.hal.linux.kernel.NativeCall;
import io.panelwatch.hal.linux.kernel.NetlinkCalls;
import io.panelwatch.hal.linux.kernel.PollCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;

/**
 * A netlink(7) socket that listens to multicast groups of one protocol.
 *
 * <p>The sender is not looked at: of a forged message, which only root could send, comes nothing
 * but a reading too many.
 */
final class NetlinkEar implements Ear {

  /** What a message means. */
  interface Meaning {
    /**
     * The families that it is about.
     *
     * @param message one datagram, in the machine's byte order; any bytes
     */
    Set<SensorFamily> of(ByteBuffer message);
  }

  /** More than the kernel puts into one: UEVENT_BUFFER_SIZE is 2 KiB, NLMSG_GOODSIZE 8 KiB. */
  private static final int MESSAGE_BYTES = 16 * 1024;

  /** What is left then is read at the next turn: a flood must not keep the thread from ending. */
  private static final int MESSAGES_A_TURN = 64;

  private final Arena arena = Arena.ofAuto(); // opened by one thread, used by another
  private final MemorySegment state = arena.allocate(NativeCall.STATE);
  private final MemorySegment buffer = arena.allocate(MESSAGE_BYTES);
  private final int descriptor;
  private final String name;
  private final Meaning meaning;

  private NetlinkEar(int protocol, int groups, String name, Meaning meaning)
      throws DeviceException {
    this.name = name;
    this.meaning = meaning;
    descriptor = NetlinkCalls.socket(state, protocol);
    if (descriptor < 0) {
      throw NativeCall.refused(state, "socket", name);
    }
    if (NetlinkCalls.bind(state, descriptor, groups) < 0) {
      DeviceException refused = NativeCall.refused(state, "bind", name);
      close();
      throw refused;
    }
  }

  /**
   * Listens from now on.
   *
   * @param protocol {@code NETLINK_*}
   * @param groups a mask, group n at bit n - 1
   * @param name for a person
   * @throws DeviceException with errno: a sandbox without {@code AF_NETLINK} gives EAFNOSUPPORT
   */
  static NetlinkEar open(int protocol, int groups, String name, Meaning meaning)
      throws DeviceException {
    return new NetlinkEar(protocol, groups, name, meaning);
  }

  @Override
  public int descriptor() {
    return descriptor;
  }

  @Override
  public short awaited() {
    return PollCalls.POLLIN;
  }

  @Override
  public Set<SensorFamily> take() throws DeviceException {
    Set<SensorFamily> families = EnumSet.noneOf(SensorFamily.class);
    for (int i = 0; i < MESSAGES_A_TURN; i++) {
      long length = FileCalls.read(state, descriptor, buffer, MESSAGE_BYTES);
      if (length >= 0) {
        families.addAll(meaning.of(message((int) length)));
      } else if (Errno.ENOBUFS.is(NativeCall.errno(state))) {
        // More came than the socket holds, and nobody knows what.
        families.addAll(SensorFamily.ofBoards());
      } else if (Errno.EAGAIN.is(NativeCall.errno(state))) {
        break;
      } else {
        throw NativeCall.refused(state, "read", name);
      }
    }
    return families;
  }

  @Override
  public void close() {
    FileCalls.close(state, descriptor);
  }

  private ByteBuffer message(int length) {
    byte[] bytes = new byte[length];
    MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }
}
