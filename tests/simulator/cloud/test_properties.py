"""Properties: signatures of any request, and subscriptions under any order of events."""

import hashlib
from urllib.parse import quote, quote_plus

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.simulator.cloud.queue.subscription import PARTITIONS, Consumer, Letter, Subscription
from heyzack_console.simulator.cloud.signing import Request, is_signed
from tests.simulator.cloud.caller import signature

SECRET = "f00dfacecafebeef0123456789abcdef"
words = st.text(st.characters(codec="utf-8"), max_size=8)
queries = st.dictionaries(words.filter(bool), words, max_size=5)


def signed(query, body, order, encode):
    text = "&".join(f"{key}={value}" for key, value in sorted(query.items()))
    url = f"/v1.0/x?{text}" if query else "/v1.0/x"
    plain = "\n".join(("POST", hashlib.sha256(body).hexdigest(), "", url))
    headers = {"client_id": "id", "access_token": "token", "t": "1700000000000", "nonce": "n"}
    headers["sign"] = signature(SECRET, "idtoken1700000000000n" + plain)
    pairs = [f"{encode(key, safe='')}={encode(query[key], safe='')}" for key in order]
    return Request("POST", "/v1.0/x", "&".join(pairs), headers, body)


@given(queries, st.binary(max_size=40), st.randoms(use_true_random=False), st.sampled_from([quote, quote_plus]))
@settings(max_examples=80, deadline=None)
def test_any_request_is_accepted_in_any_order_and_refused_after_any_change(query, body, rng, encode):
    order = list(query)
    rng.shuffle(order)
    request = signed(query, body, order, encode)
    assert is_signed(request, SECRET, with_token=True)
    assert not is_signed(request, SECRET, with_token=False)
    assert not is_signed(request, SECRET + "0", with_token=True)
    changed = Request(request.method, request.path, request.query, request.headers, body + b" ")
    assert not is_signed(changed, SECRET, with_token=True)
    longer = Request(request.method, request.path, request.query + "&zz=1", request.headers, body)
    assert not is_signed(longer, SECRET, with_token=True)


steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, PARTITIONS - 1)),
        st.tuples(st.just("join"), st.integers(0, 3)),
        st.tuples(st.just("leave"), st.integers(0, 3)),
        st.tuples(st.just("take"), st.integers(0, 3)),
        st.tuples(st.just("acknowledge"), st.integers(0, 3)),
        st.tuples(st.just("refuse"), st.integers(0, 3)),
        st.tuples(st.just("wait"), st.integers(1, 5)),
    ),
    max_size=60,
)


class Story:
    """Plays steps on one subscription and remembers what became of each message."""

    def __init__(self):
        self.subscription, self.now = Subscription(backlog=100_000), 0.0
        self.consumers = [Consumer(ack_after_s=2.0 if index % 2 else 0.0) for index in range(4)]
        self.joined, self.put, self.done = set(), [], set()

    def play(self, step, number):
        consumer = self.consumers[number % 4]
        match step:
            case "put":
                self.put.append(str(len(self.put)))
                self.subscription.put(Letter(self.put[-1], number, {}))
            case "join" if number not in self.joined:
                self.joined.add(number)
                self.subscription.join(consumer)
            case "leave" if number in self.joined:
                self.joined.discard(number)
                self.subscription.leave(consumer)
                assert not consumer.sent
            case "take" if number in self.joined:
                self.take(consumer)
            case "acknowledge" if consumer.sent:
                identity = next(iter(consumer.sent))
                assert self.subscription.acknowledge(consumer, identity)
                self.done.add(identity)
            case "refuse" if consumer.sent:
                self.subscription.send_again(consumer, next(iter(consumer.sent)))
            case "wait":
                self.now += number

    def take(self, consumer):
        letter = self.subscription.next_for(consumer, self.now)
        if letter is not None:
            assert letter.id not in self.done
            holders = [other for other in self.consumers if letter.id in other.sent]
            assert holders == [consumer]
        return letter


@given(steps)
@settings(max_examples=150, deadline=None)
def test_no_message_is_lost_held_twice_or_sent_after_it_was_acknowledged(story):
    played = Story()
    for step in story:
        played.play(*step)
    assert played.subscription.waiting == len(played.put) - len(played.done)
    for number in list(played.joined):
        played.play("leave", number)
    last = Consumer()
    played.consumers.append(last)
    played.subscription.join(last)
    drained = set()
    while (letter := played.take(last)) is not None:
        drained.add(letter.id)
    assert drained == set(played.put) - played.done
