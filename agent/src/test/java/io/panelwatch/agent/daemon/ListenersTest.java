package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.health.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListenersTest {

  private static final Scan SCAN = new Scan(Instant.EPOCH, true, 0, List.of());

  @Test
  void listenerThatBreaksCostsNeitherTheOthersNorTheScan() {
    var told = new ArrayList<String>();
    var listeners =
        new Listeners()
            .with(scan -> told.add("first"))
            .with(
                scan -> {
                  throw new NoClassDefFoundError("a mistake");
                })
            .with(scan -> told.add("last"));

    listeners.accept(SCAN);
    listeners.accept(SCAN);

    assertEquals(List.of("first", "last", "first", "last"), told);
  }
}
