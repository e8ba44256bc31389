/** The characters of `print.onnx` by class, as `source/model/train/print_alphabet.py` lists them; class 0 is nothing. */
export const printAlphabet: readonly string[] = [
	'',
	...' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
	...`.,'-/()&:;<*+°#"!?%=`,
	...'_ÀÈÌÒÙỲÁĆÉÍĹŃÓŔŚÚÝŹÂĈÊĜĤÎĴÔŜÛŴŶÃẼĨÑÕŨỸÄËÏÖÜŸÅŮČĎĚĽŇŘŠŤŽĂĔĞĬŎŬĀĒĪŌŪĄĘĮŲÇĢĶĻŅŖŞŢĊĖ',
	...'ĠİŻŐŰƠƯẢẺỈỎỦỶẠẸỊỌỤỴĐĦŁØŦÆŒÞŊƏẦẤẪẨẬỀẾỄỂỆỒỐỖỔỘẰẮẴẲẶỜỚỠỞỢỪỨỮỬỰ',
	...'àèìòùỳáćéíĺńóŕśúýźâĉêĝĥîĵôŝûŵŷãẽĩñõũỹäëïöüÿåůčďěľňřšťžăĕğĭŏŭāēīōūąęįųçģķļņŗşţċėġ',
	...'żőűơưảẻỉỏủỷạẹịọụỵđħłøŧæœþŋəầấẫẩậềếễểệồốỗổộằắẵẳặờớỡởợừứữửựßıð',
];
