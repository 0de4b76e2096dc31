package io.panelwatch.hal;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Error numbers of errno(3) that devices and files are known to answer with, by their own names.
 *
 * <p>The numbers are those of {@code asm-generic/errno-base.h} and {@code asm-generic/errno.h},
 * which amd64 and arm64 share.
 */
public enum Errno {
  EPERM(1, "not permitted"),
  ENOENT(2, "no such file"),
  EINTR(4, "interrupted"),
  EIO(5, "input/output error"),
  ENXIO(6, "no such device or address"),
  EAGAIN(11, "not ready, try again"),
  ENOMEM(12, "out of memory"),
  EACCES(13, "permission denied"),
  EBUSY(16, "busy"),
  EXDEV(18, "outside of the tree"),
  ENODEV(19, "no such device"),
  ENOTDIR(20, "not a directory"),
  EISDIR(21, "is a directory"),
  EINVAL(22, "invalid argument"),
  ENFILE(23, "too many open files in the system"),
  EMFILE(24, "too many open files"),
  ENOTTY(25, "not supported by this device"),
  ENOSPC(28, "no space left"),
  EROFS(30, "read-only file system"),
  EPIPE(32, "broken pipe"),
  ENAMETOOLONG(36, "name too long"),
  ENOSYS(38, "not in this kernel"),
  ELOOP(40, "symbolic link"),
  ENODATA(61, "no data"),
  ECOMM(70, "communication error"),
  EOPNOTSUPP(95, "not supported"),
  EAFNOSUPPORT(97, "address family not supported"),
  ENETDOWN(100, "network is down"),
  ENOBUFS(105, "no buffer space"),
  ESHUTDOWN(108, "shut down"),
  ETIMEDOUT(110, "timed out"),
  ESTALE(116, "stale file handle"),
  EREMOTEIO(121, "remote input/output error");

  private static final Map<Integer, Errno> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Errno::number, e -> e));

  private final int number;
  private final String meaning;

  Errno(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number as the kernel returns it. */
  public int number() {
    return number;
  }

  /**
   * A number for a person to read: {@code EIO (input/output error)}, or {@code errno 200} for one
   * without a name here.
   */
  public static String describe(int number) {
    Errno known = BY_NUMBER.get(number);
    return known == null ? "errno " + number : known.name() + " (" + known.meaning + ")";
  }

  /**
   * Whether a number says that there is no device any more, and not that it refuses: ENOENT, ENXIO,
   * ENODEV, and ESHUTDOWN, which spidev gives once its device was unbound (drivers/spi/spidev.c).
   */
  public static boolean saysAbsent(int number) {
    return ENOENT.is(number) || ENXIO.is(number) || ENODEV.is(number) || ESHUTDOWN.is(number);
  }

  /** Whether a number says that it is there and not for us: EPERM, EACCES. */
  public static boolean saysDenied(int number) {
    return EPERM.is(number) || EACCES.is(number);
  }

  /** Whether a number, as of {@link DeviceException#errno}, is this one. */
  public boolean is(int other) {
    return number == other;
  }
}
