"""Runs with tuya-connector-python: reads one JSON line about the cloud, does one thing with it, prints what came back.

It is a program of its own because the SDK lives in another environment than the console.
"""

import json
import queue
import sys

from tuya_connector import TuyaOpenAPI, TuyaOpenPulsar

PATIENCE_S = 20


def calls(api, told):
    """Lists, reads and orders."""
    device = told["device"]
    query = {"page_size": 20}
    listed = api.get("/v2.0/cloud/thing/device", query)
    status = api.get("/v1.0/iot-03/devices/status", {"device_ids": f"{device},bfstranger"})
    renamed = api.put(f"/v1.0/iot-03/devices/{device}", {"name": "Größe = A&B+C/D"})
    detail = api.get(f"/v1.1/iot-03/devices/{device}")
    ordered = api.post(f"/v1.0/iot-03/devices/{device}/commands", told["order"])
    return {"listed": listed, "status": status, "renamed": renamed, "detail": detail, "ordered": ordered}


def renewal(api, told):
    """The SDK refreshes by itself what ends within a minute; afterwards it works with the new token."""
    first = api.token_info.access_token
    answer = api.get("/v2.0/cloud/thing/device", {"page_size": 1})
    return {"renewed": api.token_info.access_token != first, "answer": answer}


def messages(api, told):
    """Orders something and waits for the message that tells it."""
    heard = queue.Queue()
    reader = TuyaOpenPulsar(api.access_id, api.access_secret, told["queue_url"], "event")
    reader.daemon = True
    reader.add_message_listener(heard.put)
    reader.start()
    api.post(f"/v1.0/iot-03/devices/{told['device']}/commands", told["order"])
    properties = {}
    while "temp_set" not in properties:
        body = json.loads(heard.get(timeout=PATIENCE_S))
        own = body["bizData"]["devId"] == told["device"]
        properties = {p["code"]: p["value"] for p in body["bizData"].get("properties", ())} if own else {}
    reader.remove_message_listener(heard.put)
    return {"code": body["bizCode"], "properties": properties}


def main():
    """One scene by name."""
    told = json.loads(sys.stdin.readline())
    api = TuyaOpenAPI(told["base_url"], told["access_id"], told["secret"])
    connected = api.connect()
    scene = {"calls": calls, "renewal": renewal, "messages": messages}[sys.argv[1]]
    print(json.dumps({"connected": connected} | scene(api, told)))  # noqa: T201
    sys.stdout.flush()


if __name__ == "__main__":
    main()
