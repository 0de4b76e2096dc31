package io.panelwatch.simulator.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.simulator.dispatch.ReportRow.Transition;
import io.panelwatch.simulator.dispatch.ServiceQueue.Serving;
import io.panelwatch.simulator.link.BrokerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backend against the real broker, with a stock client in the device's place. */
class DispatchBackendTest {

  private static final String ROOT = "panelwatch/v1/demo-1/";
  private static final int PATIENCE_SECONDS = 10;

  private final BlockingQueue<PassingMessage> passing = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @Test
  void aReportIsAcknowledgedAndTicketedAndTheTicketClosesAfterTheRepair(@TempDir Path folder)
      throws IOException, MqttException, InterruptedException {
    FaultFacts fan = Reports.fan("f-1");
    try (var broker = BrokerProcess.start(folder.resolve("broker"), 0);
        var backend = start(broker, folder)) {
      MqttClient device = connect(broker);
      send(device, "status", "{\"online\":true,\"epoch\":7,\"oldestSeq\":1,\"lastSeq\":2}");
      await("dn/ack", m -> m.contains("\"epoch\":7,\"contiguous\":0,\"missing\":[]"));
      await("dn/queue", m -> m.contains("\"serving\":[{"));

      String cleared = Reports.faultJson(7, 2, Transition.CLEARED, Reports.over(fan));
      send(device, "fault", cleared);
      await("dn/ack", m -> m.contains("\"contiguous\":0,\"missing\":[1]"));
      send(device, "fault", "{ this is not JSON");
      String unreadable = "{\"id\":\"demo-1:7:3\",\"type\":\"io.panelwatch.fault.raised.v1\"}";
      send(device, "fault", unreadable);
      send(device, "fault", Reports.faultJson(7, 1, Transition.RAISED, fan));
      await("dn/ack", m -> m.contains("\"contiguous\":3,\"missing\":[]"));
      await("dn/ticket/T0001", m -> m.contains("\"faultIds\":[\"f-1\"]") && m.contains("closed"));
      assertEquals(2, backend.badMessages());

      send(device, "fault", Reports.faultJson(7, 4, Transition.RAISED, Reports.fan("f-2")));
      await("dn/ticket/T0002", m -> m.contains("\"assigned\"") && m.contains("\"Chen Wei\""));
      backend.setQueue(List.of(new Serving("A042", "3")), 12);
      await("dn/queue", m -> m.contains("A042") && m.contains("\"etaMinutes\":16"));
      assertTrue(
          passing.stream().anyMatch(m -> m.direction() == PassingMessage.Direction.UP)
              && passing.stream().anyMatch(m -> m.topic().endsWith("dn/ack")),
          "the listener sees both directions");
      device.disconnect();
      device.close();
    }
  }

  private DispatchBackend start(BrokerProcess broker, Path folder) throws IOException {
    var settings =
        new DispatchBackend.Settings(
            broker.url(), folder.resolve("dispatch.db"), "dispatch", Agent.demoCrew());
    return DispatchBackend.start(
        settings,
        new ManualClock(),
        new DispatchListener() {
          @Override
          public void onMessage(PassingMessage message) {
            passing.add(message);
          }

          @Override
          public void onTicket(Ticket ticket) {}

          @Override
          public void onConnection(boolean connected) {}
        });
  }

  private MqttClient connect(BrokerProcess broker) throws MqttException {
    var client = new MqttClient(broker.url(), "demo-1", new MemoryPersistence());
    client.setTimeToWait(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    client.setCallback(
        new RecordingCallback((topic, payload) -> received.add(topic + " " + payload)));
    client.connect();
    client.subscribe(ROOT + "dn/#", 1);
    return client;
  }

  private static void send(MqttClient device, String topic, String json) throws MqttException {
    var message = new MqttMessage(json.getBytes(StandardCharsets.UTF_8));
    message.setQos(1);
    message.setRetained(topic.equals("status"));
    device.publish(ROOT + "up/" + topic, message);
  }

  /** Takes what comes until it is what was waited for. */
  private void await(String topic, Predicate<String> expected) throws InterruptedException {
    String message = "";
    while (!(message.startsWith(ROOT + topic + " ") && expected.test(message))) {
      message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("waited for " + topic + " and saw only " + passing);
      }
    }
  }
}
