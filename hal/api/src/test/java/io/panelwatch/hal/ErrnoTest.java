package io.panelwatch.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrnoTest {

  @Test
  void errnoIsToldByItsNameOrItsNumber() {
    assertEquals("EIO (input/output error)", Errno.describe(5));
    assertEquals("ENODATA (no data)", Errno.describe(61));
    assertEquals("errno 4711", Errno.describe(4711));
  }

  @Test
  void errorNumbersSayWhetherTheDeviceIsMissingOrWithheld() {
    assertEquals(
        List.of(Errno.ENOENT, Errno.ENXIO, Errno.ENODEV, Errno.ESHUTDOWN),
        Stream.of(Errno.values()).filter(errno -> Errno.saysAbsent(errno.number())).toList());
    assertEquals(
        List.of(Errno.EPERM, Errno.EACCES),
        Stream.of(Errno.values()).filter(errno -> Errno.saysDenied(errno.number())).toList());
  }
}
