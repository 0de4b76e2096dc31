package io.panelwatch.hal.linux.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.UsbDevice;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.file.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsbSourceTest {

  private static final String DEVICES = "sys/bus/usb/devices/";
  private static final String READER = "1a86:7523";

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void boardWithAHub() throws IOException {
    tree = new RecordedTree(folder);
    device("usb1", "1d6b", "0002").folder(DEVICES + "1-0:1.0");
  }

  private SensorSource source() throws IOException {
    device("1-1.4", "1A86", "7523");
    return expecting(READER);
  }

  private RecordedTree device(String port, String vendor, String product) throws IOException {
    return tree.file(DEVICES + port + "/idVendor", vendor)
        .file(DEVICES + port + "/idProduct", product);
  }

  private UsbSource expecting(String... ids) {
    return new UsbSource(new Tree(folder), List.of(ids));
  }

  private static List<Measured> attached(SensorSource source) throws IOException {
    return source.read().stream().map(d -> ((UsbDevice) d).attached()).toList();
  }

  @Test
  void expectedDeviceIsFoundAtWhateverPort() throws IOException {
    assertEquals(List.of(Measured.of(1)), attached(source()));
  }

  @Test
  void expectedDeviceThatIsUnpluggedIsListedAsNotAttached() throws IOException {
    assertEquals(List.of(Measured.of(0)), attached(expecting(READER)));
  }

  @Test
  void twoOfAKindAreTwo() throws IOException {
    device("2-1", "1a86", "7523");

    assertEquals(List.of(Measured.of(2)), attached(source()));
  }

  @Test
  void deviceThatDoesNotTellItsIdMayBeTheOneThatIsMissed() throws IOException {
    tree.folder(DEVICES + "1-1.4/idVendor").file(DEVICES + "1-1.4/idProduct", "7523");

    assertInstanceOf(Measured.Failed.class, attached(expecting(READER)).getFirst());
    assertEquals(List.of(Measured.of(1)), attached(expecting("1d6b:0002")));
  }

  @Test
  void deviceThatIsBeingUnpluggedIsNotAttached() throws IOException {
    device("1-1.4", "1a86", "7523").delete(DEVICES + "1-1.4/idProduct");

    assertEquals(List.of(Measured.of(0)), attached(expecting(READER)));
  }
}
