"""How tall things are beside somebody who stands: a child's toy, a bench, a horse, a lighthouse."""

from __future__ import annotations

_HELD = 0.28  # larger than life, so that it is seen
_HEIGHTS = {  # of somebody who stands
    4.0: """lighthouse wind-turbine eiffel-tower clock-tower radio-tower windmill high-rise
     ferris-wheel tall-ship cargo-ship cruise-liner passenger-ship ship castle church
     suspension-bridge hilltop-castle roller-coaster modern-villa office-building
     pagoda taj-mahal
     leaning-tower water-tower tower-crane""",
    2.6: """deciduous-tree evergreen-tree palm-tree bare-tree house house-with-garden cottage barn
     log-cabin treehouse houses derelict-house shopfront giraffe street-lamp excavator
     circus-tent bouncy-castle school hospital stone-bridge greenhouse glasshouse gallery-wall
     christmas-tree tanabata-tree carousel-horse forest snow-capped-mountain t-rex sauropod
     willow-tree tiled-townhouses slate-roof-house grain-silo wedding-arch solar-house
     birch-tree boat-on-slipway""",
    1.7: """elephant mammoth bus minibus double-decker tram tram-car train locomotive camper-van
     food-truck ice-cream-van delivery-truck van tractor combine-harvester fire-engine
     ambulance sailboat market-stall bookshelf wardrobe articulated-lorry igloo swing-set
     playground-slide phone-box signpost traffic-light basketball-hoop wedding-dress door
     hay-wagon rocket punching-bag bakery-window charging-station speedboat
     motor-boat ferry stage-curtain rocky-waterfall waterfall spouting-whale whale
     school-bus horse-carriage dump-truck concrete-mixer-truck garbage-truck tow-truck
     snowplough caravan-trailer space-shuttle wishing-well
     lifeboat""",
    1.1: """safari-jeep electric-car lunar-lander
     horse camel two-hump-camel cow ox bison moose zebra unicorn tent fridge flip-chart
     blackboard easel floor-lamp scarecrow automobile convertible vintage-car taxi pickup-truck
     sport-utility-vehicle police-car racing-car snowman snowman-without-snow polar-bear bear
     gorilla astronaut robot deer server-rack double-bass harp goal-net voting-box forklift
     lectern concert-stage winners-podium ladder stage-microphone gramophone
     theodolite grandfather-clock ostrich pizza-oven jukebox brick-wall music-stand
     gong highland-cow
     arcade-machine royal-throne bunk-bed spinning-wheel skip-container""",
    0.72: """bicycle motorcycle motor-scooter desk stove grand-piano drum-kit telescope
     kettle-grill washing-machine stroller wheelbarrow wheelie-bin manual-wheelchair donkey ewe
     ram llama pig lion tiger leopard kangaroo rhinoceros hippopotamus sea-turtle crocodile
     park-bench dining-table rowing-boat canoe kayak gondola campfire fireplace couch-and-lamp
     picket-fence sewing-machine pottery-wheel treadmill christmas-stocking surfboard
     rocking-horse barber-pole postbox fountain guitar lawn-mower dog-house bathtub
     clothesline table-for-two beehive workbench crutch white-cane broom
     dress-form sundial cargo-bike exercise-bike bird-bath weaving-loom walrus rocking-chair
     baby-cradle cat-tree golf-bag fire-hydrant bird-feeder lamb tree-stump wedding-car
     bar-stool compost-bin raised-garden-bed old-cannon""",
    0.5: """dog labrador poodle service-dog guide-dog dachshund wolf fox chair armchair office-chair
     deck-chair goat luggage potted-plant money-plant penguin swan goose flamingo
     peacock turkey stork heron beaver badger panda monkey orangutan sled skis
     saxophone tuba drum vegetable-crate hay-bale garden-gnome
     traffic-cone kick-scooter cactus wine-barrel accordion umbrella telephone television
     seal dolphin shark octopus moai triangular-flag white-flag
     meerkat mop-and-bucket wooden-crate tricycle pelican dollhouse aquarium-tank bird-cage
     shovel rake pitchfork folded-blankets fabric-rolls""",
    0.36: """plastic-bag cat black-cat rabbit rooster duck turtle raccoon hedgehog otter skunk sloth
     koala backpack picnic-basket basket watering-can pumpkin jack-o-lantern flower-vase
     storm-lantern
     violin ukulele toolbox wrapped-gift teddy-bear desk-lamp typewriter
     squirrel dog-bowl boombox cheese-wheel
     bucket-and-spade bee-smoker""",
}
_STATURES = {name: height for height, names in _HEIGHTS.items() for name in names.split()}


def stands(thing: str) -> bool:
    """Whether it is something that stands or lies about by itself."""
    return thing in _STATURES


def stature_of(thing: str) -> float:
    """The height of a drawing's thing, of somebody who stands; of what is none, a held thing's."""
    return _STATURES.get(thing, _HELD)
