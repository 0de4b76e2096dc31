package io.panelwatch.hal.linux.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributesTest {

  @TempDir Path folder;

  private Measured hexadecimal(String content) throws IOException {
    Files.writeString(folder.resolve("bits"), content);
    return new Attributes(new SmallFiles(new Tree(folder))).hexadecimal(folder.toString(), "bits");
  }

  @Test
  void bitsAreHexadecimalWithOrWithoutTheirPrefix() throws IOException {
    assertEquals(Measured.of(0x50005), hexadecimal("50005\n"));
    assertEquals(Measured.of(3), hexadecimal("0x3\n"));
  }

  @Test
  void whatIsNotHexadecimalFails() throws IOException {
    for (String text : new String[] {"0x", "throttled=0x0", "-1", "ffffffffffffffffff"}) {
      assertEquals(new Measured.Failed(0, "parse", folder + "/bits"), hexadecimal(text), text);
    }
  }

  @Test
  void deviceThatIsSwitchedOffSaysNothingWhateverItSaidBefore() {
    var attributes = new Attributes(new SmallFiles(new Tree(folder)));
    assertEquals(Measured.of(41), attributes.reading(new FileText.Text("41"), "/dev", "temp"));

    assertEquals(Measured.absent(), attributes.reading(unread(Errno.ENETDOWN), "/dev", "temp"));
    assertEquals(
        new Measured.Failed(Errno.ENODATA.number(), "read", "/dev/temp"),
        attributes.reading(unread(Errno.ENODATA), "/dev", "temp"));
  }

  /** As amdgpu's while its processor sleeps. */
  @Test
  void attributeThatNobodyMayReadNowIsDeniedWhateverItSaidBefore() {
    var attributes = new Attributes(new SmallFiles(new Tree(folder)));
    assertEquals(Measured.of(41), attributes.reading(new FileText.Text("41"), "/dev", "temp"));

    for (Errno refusal : new Errno[] {Errno.EPERM, Errno.EACCES}) {
      var denied = new Measured.Denied(refusal.number(), "read", "/dev/temp");
      assertEquals(denied, attributes.reading(unread(refusal), "/dev", "temp"));
      assertEquals(denied, Attributes.limit(unread(refusal), "/dev", "temp"));
    }
  }

  @Test
  void driverThatKnowsNoSuchThingIsNoMissingFile() {
    var attributes = new Attributes(new SmallFiles(new Tree(folder)));
    assertEquals(Measured.absent(), attributes.reading(unread(Errno.ENOENT), "/dev", "temp"));
    assertEquals(Measured.of(41), attributes.reading(new FileText.Text("41"), "/dev", "temp"));

    assertEquals(
        new Measured.Failed(Errno.ENOENT.number(), "read", "/dev/temp"),
        attributes.reading(unread(Errno.ENOENT), "/dev", "temp"));
  }

  private static FileText unread(Errno errno) {
    return new FileText.Unread(errno.number(), "read", "/dev/temp");
  }

  @Test
  void emptyFileOfARecordingSaysNothing() throws IOException {
    assertEquals(Measured.absent(), hexadecimal(""));
  }
}
