package io.panelwatch.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricsValuesTest {

  @Test
  void withoutTheKeyNobodyIsAnswered() throws Exception {
    assertEquals(
        Optional.empty(),
        ConfigurationReader.parse("panelwatch.toml", "", "kiosk").metrics().listen());
  }

  @Test
  void unixSocketAndPortsOfLoopbackAreTaken() throws Exception {
    assertEquals(
        UnixDomainSocketAddress.of("/run/panelwatch/metrics.sock"),
        listen("unix:/run/panelwatch/metrics.sock"));
    assertEquals("/127.0.0.1:9797", listen("127.0.0.1:9797").toString());
    assertEquals("/[0:0:0:0:0:0:0:1]:65535", listen("[::1]:65535").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0.0.0.0:9797",
        "kiosk.example:9797",
        "127.0.0.1",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "unix:metrics.sock",
        "unix:/run/0123456789012345678901234567890123456789012345678901234567890123456789"
            + "012345678901234567890123456789.sock"
      })
  void everyOtherAddressIsRefusedWithWhatIsExpected(String address) {
    var refused = assertThrows(ConfigurationException.class, () -> listen(address));

    assertTrue(
        refused
            .getMessage()
            .contains(
                "panelwatch.toml:2:1: metrics.listen: is \""
                    + shown(address)
                    + "\", expected unix:"),
        refused::getMessage);
  }

  private static String shown(String address) {
    return address.length() <= 60 ? address : address.substring(0, 60) + "...";
  }

  private static SocketAddress listen(String address) throws ConfigurationException {
    return ConfigurationReader.parse(
            "panelwatch.toml", "[metrics]\nlisten = \"" + address + "\"", "kiosk")
        .metrics()
        .listen()
        .orElseThrow();
  }
}
