package io.panelwatch.agent.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/**
 * One connection with a bound in real time: when it is over, the connection is closed, and whoever
 * reads or writes on it gets an {@link java.nio.channels.AsynchronousCloseException}. Real time and
 * not the board's, because the peer is a process and not the board.
 */
public final class Exchange implements AutoCloseable {

  private static final long BOUND_SECONDS = 5;
  private static final Executor AFTER_BOUND =
      CompletableFuture.delayedExecutor(BOUND_SECONDS, TimeUnit.SECONDS);

  private final SocketChannel channel;
  private final CompletableFuture<Void> bound;

  /** Begins; the bound runs from now. */
  public Exchange(SocketChannel channel) {
    this.channel = channel;
    this.bound = new CompletableFuture<>();
    bound.completeAsync(
        () -> {
          closeChannel();
          return null;
        },
        AFTER_BOUND);
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
