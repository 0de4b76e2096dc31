package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.store.FaultPage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A daemon that holds no fault in memory, and whose storage refuses to be read. */
class UnreadHistoryTest extends ShellTest {

  @BeforeEach
  void nothingCanBeRead() {
    daemon.history =
        new FaultPage(List.of(), OptionalLong.empty(), Optional.of("the disk is gone"));
  }

  @Test
  void nobodySaysThatThereWasNeverAFault() {
    assertEquals(74, run("faults", "--all"));
    assertEquals("", out.toString());
    assertEquals(
        "what else is stored cannot be read now, and is not listed: the disk is gone\n",
        err.toString());
  }

  @Test
  void programKnowsByTheStatus() {
    assertEquals(74, run("faults", "--all", "--json"));
    assertEquals("[]\n", out.toString());
  }

  @Test
  void memoryThatIsEmptyAndCanBeReadSaysSo() {
    daemon.history = new FaultPage(List.of(), OptionalLong.empty());
    assertEquals(0, run("faults", "--all"), err::toString);
    assertEquals("no fault was ever stored\n", out.toString());
  }
}
