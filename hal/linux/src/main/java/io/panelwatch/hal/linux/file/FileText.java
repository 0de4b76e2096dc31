package io.panelwatch.hal.linux.file;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import java.util.List;

/**
 * A small file as it was read: its text, or why there is none.
 *
 * <p>EPERM and EACCES mean {@link Measured.Denied}, whichever call gave them and whatever the file
 * said before. By open(2) they come of modes, which do not change by themselves: energy counters
 * are root's (CVE-2020-8694), and whoever closes a file that was open knows it. By read(2) they
 * come of a driver that lets nobody look now: amdgpu answers EPERM while its processor sleeps
 * (amdgpu_pm_get_access_if_active). Neither is a failure of what is measured. Only a file that is
 * meant for this program, left for it or named in its configuration, {@linkplain Unread#failed
 * fails} then.
 */
public sealed interface FileText {

  /** The text, without the line end and blanks that the kernel appends. */
  record Text(String text) implements FileText {}

  /** Error numbers by which a driver says that it has no value. */
  List<Errno> NOTHING_TO_SAY =
      List.of(
          Errno.ENODATA,
          Errno.EOPNOTSUPP,
          Errno.EAGAIN,
          Errno.EINVAL,
          Errno.ETIMEDOUT,
          Errno.ENETDOWN);

  /** Why there is none: errno, what it is the answer of, and the path. */
  record Unread(int errno, String call, String path) implements FileText {

    /**
     * There is no such file, which for an attribute is normal; or a plain file lies in its device's
     * place, which is no device then.
     */
    public boolean missing() {
      return (Errno.ENOENT.is(errno) && isOfOpen()) || inNoFolder();
    }

    /** What read(2) answers, the driver of a file that is there does. */
    private boolean isOfOpen() {
      return call.equals("open");
    }

    /** What should be its folder is a plain file, as {@code bonding_masters} among interfaces. */
    public boolean inNoFolder() {
      return Errno.ENOTDIR.is(errno) && isOfOpen();
    }

    /**
     * The attribute is there and its driver has nothing to say, now or ever. Seen for ever on
     * boards with nothing wrong: ENETDOWN, ENODATA and EAGAIN of a radio that is off, EINVAL of a
     * zone that its firmware disabled, ETIMEDOUT of a sensor that nobody has soldered in, ENOENT by
     * read(2) of one that its firmware does not know.
     */
    public boolean withoutData() {
      return NOTHING_TO_SAY.stream().anyMatch(known -> known.is(errno))
          || (Errno.ENOENT.is(errno) && !isOfOpen());
    }

    /** A network device that is off, as a radio: whatever it said before, it says nothing now. */
    boolean switchedOff() {
      return Errno.ENETDOWN.is(errno);
    }

    /** The same for a source that is nothing without this file. */
    public DeviceException exception() {
      return new DeviceException(
          errno, call, path, call + " of " + path + ": " + Errno.describe(errno));
    }

    /** What the kernel shows and did not tell: denied where that may not be known, or failed. */
    public Measured measured() {
      return Measured.refused(errno, call, path);
    }

    /** What was left for this program, or named to it, and could not be read. */
    public Measured.Failed failed() {
      return new Measured.Failed(errno, call, path);
    }
  }

  /** The text, or another one where there is none. */
  default String or(String other) {
    return this instanceof Text(String text) ? text : other;
  }
}
