package io.panelwatch.hal.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.panelwatch.hal.DeviceException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pi4jSpiTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "/dev/spidev", "/dev/spidev9.0", "/dev/spidev0.11", "/dev/mem"})
  void whatIsNoSpiDeviceIsRefusedByName(String device) {
    DeviceException refusal =
        assertThrows(DeviceException.class, () -> Pi4jSpi.open(device, 1_000_000));

    assertEquals(device, refusal.path());
  }

  @Test
  void deviceThatIsNotThereIsRefusedWithWhatToDo() {
    String device = "/dev/spidev6.10";
    assumeFalse(Files.exists(Path.of(device)), "this machine has one");

    DeviceException refusal =
        assertThrows(DeviceException.class, () -> Pi4jSpi.open(device, 1_000_000));

    assertEquals("open", refusal.call());
    assertEquals(device, refusal.path());
    assertTrue(refusal.getMessage().contains("group spi"), refusal.getMessage());
    assertTrue(
        refusal.getCause().getMessage().contains(device), () -> "Pi4J tried " + refusal.getCause());
  }

  @Test
  void longestTransferIsTheDriversParameterOrItsDefault(@TempDir Path folder) throws Exception {
    Path parameter = folder.resolve("bufsiz");
    assertEquals(4096, Pi4jSpi.bufferSize(parameter));

    Files.writeString(parameter, "65536\n");
    assertEquals(65536, Pi4jSpi.bufferSize(parameter));

    Files.writeString(parameter, "many\n");
    assertEquals(4096, Pi4jSpi.bufferSize(parameter));
  }
}
