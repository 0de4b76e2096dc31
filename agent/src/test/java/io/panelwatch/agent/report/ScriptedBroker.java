package io.panelwatch.agent.report;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The broker's end of one MQTT 5 connection, packet by packet: for what no broker can be brought to
 * do. Control packets as in section 2 of the specification; lengths below 16,384 are sent only.
 */
final class ScriptedBroker implements Closeable {

  static final int CONNECT = 1;
  static final int PUBLISH = 3;
  static final int SUBSCRIBE = 8;

  private static final int CONNACK = 0x20;
  private static final int PUBACK = 0x40;
  private static final int SUBACK = 0x90;
  private static final int DISCONNECT = 0xE0;

  /** A packet that came: what follows its length, read-only. */
  record Packet(ByteBuffer body) {

    /** The packet identifier of a publish of QoS 1, which follows the topic. */
    int publishId() {
      int topic = Short.toUnsignedInt(body.getShort(0));
      return Short.toUnsignedInt(body.getShort(2 + topic));
    }
  }

  private final ServerSocket server;
  private Socket peer = new Socket();

  ScriptedBroker() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  URI address() {
    return URI.create("mqtt://127.0.0.1:" + server.getLocalPort());
  }

  /**
   * Lets a client connect and subscribe to one filter.
   *
   * @param properties of the CONNACK, each with its identifier
   */
  void welcome(int... properties) throws IOException {
    accept();
    send(CONNACK, join(new int[] {0, 0, properties.length}, properties));
    ByteBuffer subscribe = await(SUBSCRIBE).body();
    send(SUBACK, subscribe.get(0), subscribe.get(1), 0, 1);
  }

  private void accept() throws IOException {
    peer.close();
    peer = server.accept();
    await(CONNECT);
  }

  /** The next packet of that type; others are passed over. */
  Packet await(int type) throws IOException {
    var in = new DataInputStream(peer.getInputStream());
    while (true) {
      int first = in.readUnsignedByte();
      byte[] body = new byte[length(in)];
      in.readFully(body);
      if (first >> 4 == type) {
        return new Packet(ByteBuffer.wrap(body).asReadOnlyBuffer());
      }
    }
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int digit = in.readUnsignedByte();
      length |= (digit & 0x7f) << shift;
      if (digit < 0x80) {
        return length;
      }
    }
    throw new EOFException("no length");
  }

  /** Answers a publish. */
  void answer(Packet publish, int reasonCode) throws IOException {
    int id = publish.publishId();
    send(PUBACK, id >> 8, id & 0xff, reasonCode);
  }

  /** Throws the client out, with a reason code of section 3.14.2.1. */
  void throwOut(int reasonCode) throws IOException {
    send(DISCONNECT, reasonCode, 0);
    peer.close();
  }

  /** The line is gone, without a word. */
  void cut() throws IOException {
    peer.close();
  }

  private void send(int first, int... body) throws IOException {
    var packet = new ByteArrayOutputStream();
    packet.write(first);
    if (body.length >= 0x80) {
      packet.write((body.length & 0x7f) | 0x80);
    }
    packet.write(body.length >= 0x80 ? body.length >> 7 : body.length);
    for (int octet : body) {
      packet.write(octet);
    }
    peer.getOutputStream().write(packet.toByteArray());
    peer.getOutputStream().flush();
  }

  private static int[] join(int[] first, int[] then) {
    int[] all = Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }

  @Override
  public void close() throws IOException {
    peer.close();
    server.close();
  }
}
