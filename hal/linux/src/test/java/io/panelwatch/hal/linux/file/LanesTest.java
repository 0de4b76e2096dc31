package io.panelwatch.hal.linux.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {

  private static final Duration LONGEST = Duration.ofMillis(250);

  private final ManualClock clock = new ManualClock();
  private final Lanes<String, String> lanes = new Lanes<>(clock, Function.identity());

  private String run(String device, Supplier<String> read) {
    return lanes.run(device, read, why -> why.call() + " " + why.errno() + " " + why.path());
  }

  /** A device that answers when it is told to. */
  private static final class Slow implements Supplier<String> {
    final AtomicInteger reads = new AtomicInteger();
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public String get() {
      int read = reads.incrementAndGet();
      reached.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return "answer " + read;
    }
  }

  /** Reads it on a thread of its own, and leaves that thread alone with it. */
  private CompletableFuture<String> leave(Slow device) throws InterruptedException {
    var left =
        CompletableFuture.supplyAsync(
            () -> run("slow", device), Thread.ofPlatform().daemon()::start);
    device.reached.await();
    assertFalse(lanes.leaveHungDevice(LONGEST), "not yet");
    clock.advance(LONGEST);
    assertTrue(lanes.leaveHungDevice(LONGEST));
    return left;
  }

  @Test
  void deviceThatAnswersIsReadOnTheCallersThread() {
    assertEquals(
        Thread.currentThread().getName(), run("a", () -> Thread.currentThread().getName()));
    clock.advance(LONGEST);
    assertFalse(lanes.leaveHungDevice(LONGEST), "nothing is being read");
  }

  @Test
  void deviceThatHangsTimesOutAndTheOthersAreRead() throws Exception {
    var slow = new Slow();
    CompletableFuture<String> left = leave(slow);

    assertEquals("timeout 110 slow", run("slow", slow));
    assertEquals("timeout 110 slow", run("slow", slow));
    assertFalse(left.isDone());
    assertEquals("fine", run("other", () -> "fine"));
    assertEquals(1, slow.reads.get(), "it is not asked again meanwhile");
  }

  @Test
  void threadThatComesBackFromALeftDeviceEndsAndItsAnswerIsTaken() throws Exception {
    var slow = new Slow();
    CompletableFuture<String> left = leave(slow);
    slow.release.countDown();

    var ended = assertThrows(CompletionException.class, left::join);

    assertInstanceOf(LeftAloneException.class, ended.getCause());
    assertEquals("answer 1", run("slow", slow));
  }

  @Test
  void deviceThatAnswersInTimeAgainIsReadOnTheCallersThreadAgain() throws Exception {
    var slow = new Slow();
    CompletableFuture<String> left = leave(slow);
    slow.release.countDown();
    assertThrows(CompletionException.class, left::join);

    String read = run("slow", slow);
    while (!read.equals(Thread.currentThread().getName())) {
      read = run("slow", () -> Thread.currentThread().getName());
    }

    assertEquals(Thread.currentThread().getName(), read);
  }

  @Test
  void deviceThatAnswersBeforeItIsLeftStays() {
    run(
        "a",
        () -> {
          clock.advance(LONGEST);
          return "late";
        });

    assertFalse(lanes.leaveHungDevice(LONGEST));
  }

  @Test
  void mistakeInTheReadingOfADeviceCostsThatDevice() {
    String read =
        run(
            "a",
            () -> {
              throw new IllegalStateException("mistake");
            });

    assertEquals("java.lang.IllegalStateException: mistake 0 a", read);
  }

  @Test
  void noMoreThreadsAreLeftThanThereAreLanes() throws Exception {
    int left = 0;
    for (int i = 0; i < 40; i++) {
      var slow = new Slow();
      String device = "slow" + i;
      Thread.ofPlatform().daemon().start(() -> run(device, slow));
      slow.reached.await();
      clock.advance(LONGEST);
      left += lanes.leaveHungDevice(LONGEST) ? 1 : 0;
    }

    assertEquals(16, left);

    lanes.listed(List.of("slow0"));
    assertFalse(leave(new Slow()).isDone(), "there is room where devices are gone");
    assertEquals("timeout 110 slow0", run("slow0", () -> "read twice"));
  }

  @Test
  void deviceInThePlaceOfOneThatIsGoneIsNotToldWhatThatOneAnswered() throws Exception {
    var gone = new Slow();
    CompletableFuture<String> left = leave(gone);
    lanes.listed(List.of());
    var other = new Slow();
    CompletableFuture<String> otherLeft = leave(other);

    gone.release.countDown();
    assertThrows(CompletionException.class, left::join);

    assertEquals("timeout 110 slow", run("slow", other));
    other.release.countDown();
    assertThrows(CompletionException.class, otherLeft::join);
    assertEquals("answer 1", run("slow", other));
  }
}
