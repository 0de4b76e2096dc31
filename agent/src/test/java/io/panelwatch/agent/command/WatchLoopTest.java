package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.linux.KeyTerminal.Heard;
import io.panelwatch.hal.linux.KeyTerminal.Size;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who watches, and what they type. */
class WatchLoopTest {

  private static final int NO_KEY = -2;
  private static final int CTRL_Z = 26;

  private final List<String> done = new ArrayList<>();
  private final Deque<Integer> typed = new ArrayDeque<>();
  private boolean readerGone;

  @ParameterizedTest
  @ValueSource(ints = {'q', 'Q', 4, -1})
  void keyThatEndsItEndsIt(int key) throws IOException {
    typed.addAll(List.of(NO_KEY, (int) 'x', key));

    run();

    assertEquals(List.of("begin", "show", "show", "show"), done);
  }

  @Test
  void readerOfAPipeWhoIsGoneEndsItThoughNothingHasChanged() throws IOException {
    run();
    assertEquals(List.of("begin", "show"), done);
  }

  @Test
  void outputThatNobodyTakesEndsIt() throws IOException {
    readerGone = true;
    typed.add(NO_KEY);

    run();

    assertEquals(List.of("begin", "show"), done);
  }

  @Test
  void stoppedProgramLeavesTheTerminalFirstAndIsDrawnAgain() throws IOException {
    typed.addAll(List.of(CTRL_Z, (int) 'q'));

    run();

    assertEquals(List.of("begin", "show", "pause", "stop", "show"), done);
  }

  private void run() throws IOException {
    new WatchLoop(new Typed(), new View(), () -> readerGone)
        .run(Sighting.NOTHING, before -> before);
  }

  private final class View implements WatchView {

    @Override
    public void show(Sighting now) {
      done.add("show");
    }

    @Override
    public void pause() {
      done.add("pause");
    }

    @Override
    public void close() {
      done.add("close");
    }
  }

  /** Keys that are typed one after the other; then the reader is gone. */
  private final class Typed implements Keys {

    @Override
    public void begin() {
      done.add("begin");
    }

    @Override
    public Heard await(Duration longest) {
      if (typed.isEmpty()) {
        return Heard.END;
      }
      if (typed.getFirst() == NO_KEY) {
        typed.removeFirst();
        return Heard.NOTHING;
      }
      return Heard.KEY;
    }

    @Override
    public int key() {
      return typed.removeFirst();
    }

    @Override
    public void stop() {
      done.add("stop");
    }

    @Override
    public Size size() {
      return Size.USUAL;
    }

    @Override
    public void close() {
      done.add("close");
    }
  }
}
