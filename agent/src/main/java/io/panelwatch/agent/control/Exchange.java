package io.panelwatch.agent.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/**
 * One connection with a bound in real time: when it is over, the connection is closed, and whoever
 * reads or writes on it gets an {@link java.nio.channels.AsynchronousCloseException}. Real time and
 * not the board's, because the peer is a process and not the board. Used by one thread.
 */
public final class Exchange implements AutoCloseable {

  private final SocketChannel channel;
  private CompletableFuture<Void> bound = CompletableFuture.completedFuture(null);

  /** Begins; the bound of a question runs from now. */
  public Exchange(SocketChannel channel) {
    this(channel, AnswerBounds.USUAL.question());
  }

  /** Begins; the bound runs from now. */
  Exchange(SocketChannel channel, Duration bound) {
    this.channel = channel;
    endAfter(bound);
  }

  /** Has another bound, which runs from now; nothing once it is over. */
  void endAfter(Duration other) {
    bound.cancel(false);
    bound =
        CompletableFuture.runAsync(
            this::closeChannel,
            CompletableFuture.delayedExecutor(other.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** What is read from and written to. */
  public SocketChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    bound.cancel(false);
    closeChannel();
  }

  private void closeChannel() {
    try {
      channel.close();
    } catch (IOException e) {
      Logger.debug("a connection was not closed cleanly: {}", e.getMessage());
    }
  }
}
