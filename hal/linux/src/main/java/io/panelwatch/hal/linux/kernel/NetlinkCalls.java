package io.panelwatch.hal.linux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/** socket(2) and bind(2) of netlink(7), each with a state that holds errno afterwards. */
public final class NetlinkCalls {

  /** {@code struct sockaddr_nl} of {@code linux/netlink.h}. */
  static final StructLayout SOCKADDR_NL =
      MemoryLayout.structLayout(
          JAVA_SHORT.withName("nl_family"),
          JAVA_SHORT.withName("nl_pad"),
          JAVA_INT.withName("nl_pid"),
          JAVA_INT.withName("nl_groups"));

  // linux/socket.h, and bits/socket_type.h, which amd64 and arm64 share.
  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW = 3;

  private static final MethodHandle SOCKET =
      NativeCall.link("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle BIND =
      NativeCall.link("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  private NetlinkCalls() {}

  /**
   * A socket that never blocks, or -1.
   *
   * @param protocol {@code NETLINK_*}
   */
  public static int socket(MemorySegment state, int protocol) {
    try {
      int type = SOCK_RAW | PollCalls.CLOEXEC | PollCalls.NONBLOCK;
      return (int) SOCKET.invokeExact(state, AF_NETLINK, type, protocol);
    } catch (Throwable t) {
      throw NativeCall.unexpected("socket", t);
    }
  }

  /**
   * Binds it to multicast groups: 0, or -1.
   *
   * @param groups a mask, group n at bit n - 1
   */
  public static int bind(MemorySegment state, int descriptor, int groups) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(SOCKADDR_NL);
      address.set(JAVA_SHORT, offset("nl_family"), (short) AF_NETLINK);
      address.set(JAVA_INT, offset("nl_groups"), groups);
      return (int) BIND.invokeExact(state, descriptor, address, (int) address.byteSize());
    } catch (Throwable t) {
      throw NativeCall.unexpected("bind", t);
    }
  }

  private static long offset(String field) {
    return SOCKADDR_NL.byteOffset(PathElement.groupElement(field));
  }
}
