package io.panelwatch.agent.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks a daemon what no client of this program would. */
final class RawQuestion {

  private RawQuestion() {}

  /** The first line of what it answers. */
  static String ask(Path run, String request) throws IOException {
    try (var channel =
        SocketChannel.open(UnixDomainSocketAddress.of(run.resolve("control.sock")))) {
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
      return ControlProtocol.readLine(channel).toString();
    }
  }
}
