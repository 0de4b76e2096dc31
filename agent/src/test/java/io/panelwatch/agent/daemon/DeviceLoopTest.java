package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.Event;
import io.panelwatch.agent.state.LinkStatus;
import io.panelwatch.agent.state.LinkStatus.Phase;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeviceLoopTest {

  private final ManualClock clock = new ManualClock();
  private final BlockingQueue<DeviceState> told = new LinkedBlockingQueue<>();

  @Test
  void initialStateIsToldAtOnceAndEventsAreFoldedInOrder() throws InterruptedException {
    DeviceState initial = StatesOfADaemon.initial(clock);
    try (var loop = new DeviceLoop(clock, initial, told::add)) {
      assertEquals(initial, told.remove(), "without waiting for the loop's thread");

      loop.post(linkAt(1));
      loop.post(linkAt(2));

      assertEquals(1, told.take().link().outboxDepth());
      assertEquals(2, told.take().link().outboxDepth());
      assertEquals(2, loop.state().link().outboxDepth());
    }
  }

  @Test
  void everyFullSecondOfTheWallClockIsATick() throws InterruptedException {
    clock.advance(Duration.ofMillis(300));
    try (var loop = new DeviceLoop(clock, StatesOfADaemon.initial(clock), told::add)) {
      told.take();
      clock.advance(Duration.ofMillis(699));
      assertEquals(0, ticksUntilNow(loop));

      clock.advance(Duration.ofMillis(1));
      assertEquals(1, ticksUntilNow(loop));
      clock.advance(Duration.ofSeconds(3));
      assertEquals(3, ticksUntilNow(loop));
    }
  }

  @Test
  void listenerThatFailsDoesNotEndTheLoop() throws InterruptedException {
    var heard = new CopyOnWriteArrayList<Integer>();
    var third = new CountDownLatch(1);
    try (var loop =
        new DeviceLoop(
            clock,
            StatesOfADaemon.initial(clock),
            state -> {
              heard.add(state.link().outboxDepth());
              if (state.link().outboxDepth() == 1) {
                throw new IllegalStateException("a listener's own mistake");
              }
              if (state.link().outboxDepth() == 2) {
                throw new StackOverflowError("and one of the machine");
              }
              if (state.link().outboxDepth() == 3) {
                third.countDown();
              }
            })) {
      loop.post(linkAt(1));
      loop.post(linkAt(2));
      loop.post(linkAt(3));

      assertTrue(third.await(10, TimeUnit.SECONDS));
      assertEquals(List.of(0, 1, 2, 3), heard);
    }
  }

  @Test
  void afterTheEndNothingTicksAndNothingIsTold() throws InterruptedException {
    var loop = new DeviceLoop(clock, StatesOfADaemon.initial(clock), told::add);
    told.take();
    loop.close();

    clock.advance(Duration.ofSeconds(5));
    loop.post(linkAt(1));

    assertEquals(0, told.size());
    assertEquals(0, loop.state().link().outboxDepth());
  }

  /** The loop takes events in order: when a later one is told, every tick before it was. */
  private int ticksUntilNow(DeviceLoop loop) throws InterruptedException {
    int mark = loop.state().link().outboxDepth() + 1;
    loop.post(linkAt(mark));
    int ticks = 0;
    while (told.take().link().outboxDepth() != mark) {
      ticks++;
    }
    return ticks;
  }

  private static Event linkAt(int depth) {
    return new Event.LinkChanged(new LinkStatus(Phase.CONNECTED, depth));
  }
}
