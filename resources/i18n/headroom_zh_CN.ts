<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>DerivationTexts</name>
        <message>
            <source>highest load that meets the latency targets and fits the KV cache, found by search</source>
            <translation>通过搜索得到的、满足时延目标且 KV 缓存放得下的最高负载</translation>
        </message>
        <message>
            <source>chosen in the scenario</source>
            <translation>在场景中选定</translation>
        </message>
        <message>
            <source>catalog, no source given</source>
            <translation>来自目录，未注明来源</translation>
        </message>
        <message>
            <source>by definition</source>
            <translation>按定义</translation>
        </message>
        <message>
            <source>%1 (as of %2)</source>
            <translation>%1（截至 %2）</translation>
        </message>
        <message>
            <source>%1; public sources disagree</source>
            <translation>%1；公开来源说法不一</translation>
        </message>
        <message>
            <source>Peak load</source>
            <translation>峰值负载</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Monthly cost</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>First token, p95</source>
            <translation>首 token，P95</translation>
        </message>
        <message>
            <source>Each further token, p95</source>
            <translation>后续每个 token，P95</translation>
        </message>
        <message>
            <source>Headroom</source>
            <translation>余量</translation>
        </message>
        <message>
            <source>Per million output tokens</source>
            <translation>每百万输出 token</translation>
        </message>
        <message>
            <source>Weights per GPU</source>
            <translation>单张 GPU 的权重</translation>
        </message>
        <message>
            <source>KV cache of a replica</source>
            <translation>单个副本的 KV 缓存</translation>
        </message>
        <message>
            <source>Capacity of a replica</source>
            <translation>单个副本的承载能力</translation>
        </message>
        <message>
            <source>Mean utilization</source>
            <translation>平均利用率</translation>
        </message>
        <message>
            <source>Power at peak</source>
            <translation>峰值功率</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>How it follows</source>
            <translation>推导过程</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Why: %1</source>
            <translation>为什么：%1</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>用户数</translation>
        </message>
        <message>
            <source>Share active in a working hour</source>
            <translation>工作时间活跃比例</translation>
        </message>
        <message>
            <source>Requests of an active user</source>
            <translation>每位活跃用户的请求数</translation>
        </message>
        <message>
            <source>Requests in a working hour</source>
            <translation>每工作小时请求数</translation>
        </message>
        <message>
            <source>Load of a mean working hour</source>
            <translation>平均工作小时的负载</translation>
        </message>
        <message>
            <source>Peak factor</source>
            <translation>峰值系数</translation>
        </message>
        <message>
            <source>busiest minutes over the mean working hour of this kind of work: a judgement</source>
            <translation>此类工作负载中最忙的几分钟与平均工作小时之比：经验判断</translation>
        </message>
        <message>
            <source>Seconds of an hour</source>
            <translation>一小时的秒数</translation>
        </message>
        <message>
            <source>Mean load of the week</source>
            <translation>一周平均负载</translation>
        </message>
        <message>
            <source>Mean of the week's profile</source>
            <translation>一周负载曲线的均值</translation>
        </message>
        <message>
            <source>mean of the chosen day profile over 168 hours</source>
            <translation>所选日负载曲线在 168 小时上的均值</translation>
        </message>
        <message>
            <source>Load to carry</source>
            <translation>需承载的负载</translation>
        </message>
        <message>
            <source>1 + spare capacity</source>
            <translation>1 + 余量</translation>
        </message>
        <message>
            <source>Spare capacity asked for</source>
            <translation>要求的余量</translation>
        </message>
        <message>
            <source>1</source>
            <translation>1</translation>
        </message>
        <message>
            <source>0</source>
            <translation>0</translation>
        </message>
        <message>
            <source>−1</source>
            <translation>−1</translation>
        </message>
        <message>
            <source>1,000,000</source>
            <translation>1,000,000</translation>
        </message>
        <message>
            <source>Replicas for the demand</source>
            <translation>满足需求的副本数</translation>
        </message>
        <message>
            <source>Replicas, at least one</source>
            <translation>副本数，至少一个</translation>
        </message>
        <message>
            <source>Load over capacity of a replica</source>
            <translation>负载与单副本承载能力之比</translation>
        </message>
        <message>
            <source>Replicas that may fail</source>
            <translation>允许失效的副本数</translation>
        </message>
        <message>
            <source>Replicas left after failures</source>
            <translation>失效后剩余的副本数</translation>
        </message>
        <message>
            <source>Replicas left, not under none</source>
            <translation>剩余副本数，不低于零</translation>
        </message>
        <message>
            <source>GPUs of the fleet over GPUs of a replica</source>
            <translation>集群 GPU 数与单副本 GPU 数之比</translation>
        </message>
        <message>
            <source>GPUs of the fixed fleet</source>
            <translation>固定集群的 GPU 数</translation>
        </message>
        <message>
            <source>GPUs of a replica</source>
            <translation>单副本 GPU 数</translation>
        </message>
        <message>
            <source>follows from the layout</source>
            <translation>由部署布局得出</translation>
        </message>
        <message>
            <source>Tensor parallel</source>
            <translation>张量并行</translation>
        </message>
        <message>
            <source>layout, found by search</source>
            <translation>布局，由搜索得到</translation>
        </message>
        <message>
            <source>Pipeline parallel</source>
            <translation>流水线并行</translation>
        </message>
        <message>
            <source>Attention data parallel</source>
            <translation>注意力数据并行</translation>
        </message>
        <message>
            <source>without demand there is no headroom to state</source>
            <translation>没有需求就没有余量可言</translation>
        </message>
        <message>
            <source>Capacity over peak</source>
            <translation>承载能力与峰值之比</translation>
        </message>
        <message>
            <source>Capacity with failures</source>
            <translation>失效时的承载能力</translation>
        </message>
        <message>
            <source>Capacity with all replicas</source>
            <translation>全部副本在线时的承载能力</translation>
        </message>
        <message>
            <source>Sequences decoding at capacity</source>
            <translation>满载时同时解码的序列数</translation>
        </message>
        <message>
            <source>Target for the first token</source>
            <translation>首 token 目标</translation>
        </message>
        <message>
            <source>Target for each further token</source>
            <translation>后续每个 token 的目标</translation>
        </message>
        <message>
            <source>Room in the KV cache of a replica</source>
            <translation>单个副本 KV 缓存的空间</translation>
        </message>
        <message>
            <source>Time a sequence decodes</source>
            <translation>一个序列的解码时间</translation>
        </message>
        <message>
            <source>Answer length</source>
            <translation>回答长度</translation>
        </message>
        <message>
            <source>Prompt length</source>
            <translation>提示长度</translation>
        </message>
        <message>
            <source>Mean engine step</source>
            <translation>引擎平均步时</translation>
        </message>
        <message>
            <source>Steps that only decode</source>
            <translation>仅解码的步</translation>
        </message>
        <message>
            <source>Steps with prefill</source>
            <translation>含预填充的步</translation>
        </message>
        <message>
            <source>Step that only decodes</source>
            <translation>仅解码的一步</translation>
        </message>
        <message>
            <source>Step with prefill</source>
            <translation>含预填充的一步</translation>
        </message>
        <message>
            <source>Share of steps that only decode</source>
            <translation>仅解码的步所占比例</translation>
        </message>
        <message>
            <source>Share of steps with prefill</source>
            <translation>含预填充的步所占比例</translation>
        </message>
        <message>
            <source>Chance that no prompt arrives in a step</source>
            <translation>一步内没有提示到达的概率</translation>
        </message>
        <message>
            <source>Prompts in a step, negative</source>
            <translation>一步内的提示数，取负</translation>
        </message>
        <message>
            <source>Prompts arriving per step</source>
            <translation>每步到达的提示数</translation>
        </message>
        <message>
            <source>batch over answer length: every finished request is followed by a new one</source>
            <translation>批大小除以回答长度：每个完成的请求后都有一个新请求</translation>
        </message>
        <message>
            <source>Steps a prompt takes</source>
            <translation>一个提示所需步数</translation>
        </message>
        <message>
            <source>prompt over the step's token budget, at least one</source>
            <translation>提示除以每步的 token 预算，至少为一</translation>
        </message>
        <message>
            <source>Dense matrices</source>
            <translation>稠密矩阵</translation>
        </message>
        <message>
            <source>Dense matrices: computing</source>
            <translation>稠密矩阵：计算</translation>
        </message>
        <message>
            <source>Dense matrices: reading</source>
            <translation>稠密矩阵：读取</translation>
        </message>
        <message>
            <source>Experts</source>
            <translation>专家</translation>
        </message>
        <message>
            <source>Experts: computing</source>
            <translation>专家：计算</translation>
        </message>
        <message>
            <source>Experts: reading</source>
            <translation>专家：读取</translation>
        </message>
        <message>
            <source>Output layer</source>
            <translation>输出层</translation>
        </message>
        <message>
            <source>Output layer: computing</source>
            <translation>输出层：计算</translation>
        </message>
        <message>
            <source>Output layer: reading</source>
            <translation>输出层：读取</translation>
        </message>
        <message>
            <source>Attention of decoding sequences</source>
            <translation>解码序列的注意力</translation>
        </message>
        <message>
            <source>Attention: computing</source>
            <translation>注意力：计算</translation>
        </message>
        <message>
            <source>Attention: reading the KV cache</source>
            <translation>注意力：读取 KV 缓存</translation>
        </message>
        <message>
            <source>Attention of prompts</source>
            <translation>提示的注意力</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>运算量</translation>
        </message>
        <message>
            <source>counted from the model's architecture</source>
            <translation>按模型结构计数</translation>
        </message>
        <message>
            <source>Bytes read</source>
            <translation>读取字节数</translation>
        </message>
        <message>
            <source>Dense rate of the GPU</source>
            <translation>GPU 的稠密算力</translation>
        </message>
        <message>
            <source>Rate reached</source>
            <translation>实际达到的算力</translation>
        </message>
        <message>
            <source>Share of the rate reached</source>
            <translation>达到算力的比例</translation>
        </message>
        <message>
            <source>Memory bandwidth</source>
            <translation>显存带宽</translation>
        </message>
        <message>
            <source>Bandwidth reached</source>
            <translation>实际达到的带宽</translation>
        </message>
        <message>
            <source>Share of the bandwidth reached</source>
            <translation>达到带宽的比例</translation>
        </message>
        <message>
            <source>Activations</source>
            <translation>激活</translation>
        </message>
        <message>
            <source>Fixed time of the layers</source>
            <translation>各层的固定时间</translation>
        </message>
        <message>
            <source>Communication between GPUs</source>
            <translation>GPU 间通信</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>主机</translation>
        </message>
        <message>
            <source>Front end</source>
            <translation>前端</translation>
        </message>
        <message>
            <source>Front end, each request</source>
            <translation>前端，每个请求</translation>
        </message>
        <message>
            <source>Front end, tokens</source>
            <translation>前端，token</translation>
        </message>
        <message>
            <source>Front end, each token</source>
            <translation>前端，每个 token</translation>
        </message>
        <message>
            <source>Rest of the running step</source>
            <translation>当前步的剩余时间</translation>
        </message>
        <message>
            <source>Share of the step that is waited for</source>
            <translation>需等待的步时比例</translation>
        </message>
        <message>
            <source>95th percentile of what is left of the running step</source>
            <translation>当前步剩余时间的第 95 百分位</translation>
        </message>
        <message>
            <source>Steps that carry the prompt</source>
            <translation>承载该提示的步</translation>
        </message>
        <message>
            <source>Step with the prompts that arrive together</source>
            <translation>与同时到达的提示一起的一步</translation>
        </message>
        <message>
            <source>Such steps</source>
            <translation>这样的步数</translation>
        </message>
        <message>
            <source>prompts that arrive together (95th percentile) over the token budget</source>
            <translation>同时到达的提示（第 95 百分位）除以 token 预算</translation>
        </message>
        <message>
            <source>Wait for the token budget</source>
            <translation>等待 token 预算</translation>
        </message>
        <message>
            <source>Mean wait for the token budget</source>
            <translation>等待 token 预算的平均时间</translation>
        </message>
        <message>
            <source>prompts wait for the token budget as in a queue with a fixed service time</source>
            <translation>提示等待 token 预算，如同固定服务时间的队列</translation>
        </message>
        <message>
            <source>Percentile over mean of the wait</source>
            <translation>等待的百分位与均值之比</translation>
        </message>
        <message>
            <source>95th percentile of such a queue is about three means</source>
            <translation>此类队列的第 95 百分位约为均值的三倍</translation>
        </message>
        <message>
            <source>Step at the 95th percentile of the batch</source>
            <translation>批大小处于第 95 百分位时的一步</translation>
        </message>
        <message>
            <source>Crowded step that only decodes</source>
            <translation>拥挤时仅解码的一步</translation>
        </message>
        <message>
            <source>Crowded step with prefill</source>
            <translation>拥挤时含预填充的一步</translation>
        </message>
        <message>
            <source>Weights on a GPU</source>
            <translation>单张 GPU 上的权重</translation>
        </message>
        <message>
            <source>Dense weights on a GPU</source>
            <translation>单张 GPU 上的稠密权重</translation>
        </message>
        <message>
            <source>Dense weights</source>
            <translation>稠密权重</translation>
        </message>
        <message>
            <source>GPUs that share the dense weights</source>
            <translation>分担稠密权重的 GPU 数</translation>
        </message>
        <message>
            <source>Expert weights on a GPU</source>
            <translation>单张 GPU 上的专家权重</translation>
        </message>
        <message>
            <source>Attention weights</source>
            <translation>注意力权重</translation>
        </message>
        <message>
            <source>Attention parameters</source>
            <translation>注意力参数量</translation>
        </message>
        <message>
            <source>Dense and shared FFN weights</source>
            <translation>稠密与共享 FFN 权重</translation>
        </message>
        <message>
            <source>Dense and shared FFN parameters</source>
            <translation>稠密与共享 FFN 参数量</translation>
        </message>
        <message>
            <source>Weights kept in bf16</source>
            <translation>保持 bf16 的权重</translation>
        </message>
        <message>
            <source>Embedding, output layer, norms, routers</source>
            <translation>词嵌入、输出层、归一化、路由</translation>
        </message>
        <message>
            <source>Expert weights</source>
            <translation>专家权重</translation>
        </message>
        <message>
            <source>Expert parameters</source>
            <translation>专家参数量</translation>
        </message>
        <message>
            <source>Bytes of a parameter</source>
            <translation>每个参数的字节数</translation>
        </message>
        <message>
            <source>size of the number format, scales included</source>
            <translation>数值格式的大小，含缩放因子</translation>
        </message>
        <message>
            <source>Memory left for the KV cache</source>
            <translation>留给 KV 缓存的显存</translation>
        </message>
        <message>
            <source>Memory that the engine may use</source>
            <translation>引擎可用的显存</translation>
        </message>
        <message>
            <source>Memory of the GPU</source>
            <translation>GPU 显存</translation>
        </message>
        <message>
            <source>Share that the engine uses</source>
            <translation>引擎使用的比例</translation>
        </message>
        <message>
            <source>Free after loading</source>
            <translation>加载后的空闲显存</translation>
        </message>
        <message>
            <source>Kept for activations and buffers</source>
            <translation>为激活和缓冲区保留</translation>
        </message>
        <message>
            <source>Requests that fit</source>
            <translation>可容纳的请求数</translation>
        </message>
        <message>
            <source>KV cache of a mean request</source>
            <translation>平均请求的 KV 缓存</translation>
        </message>
        <message>
            <source>Tokens that fit</source>
            <translation>可容纳的 token 数</translation>
        </message>
        <message>
            <source>Tokens that fit, whole</source>
            <translation>可容纳的 token 数，取整</translation>
        </message>
        <message>
            <source>Tokens of a mean request</source>
            <translation>平均请求的 token 数</translation>
        </message>
        <message>
            <source>prompt and answer</source>
            <translation>提示与回答</translation>
        </message>
        <message>
            <source>Converted</source>
            <translation>换算后</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Rented instances, a month</source>
            <translation>租用实例，每月</translation>
        </message>
        <message>
            <source>Price of an instance</source>
            <translation>实例价格</translation>
        </message>
        <message>
            <source>Instances</source>
            <translation>实例数</translation>
        </message>
        <message>
            <source>whole instances for the replicas</source>
            <translation>容纳副本的整数个实例</translation>
        </message>
        <message>
            <source>Hours of a month</source>
            <translation>一个月的小时数</translation>
        </message>
        <message>
            <source>8,760 ÷ 12</source>
            <translation>8,760 ÷ 12</translation>
        </message>
        <message>
            <source>Instance hours of a month</source>
            <translation>一个月的实例小时数</translation>
        </message>
        <message>
            <source>Instance hours of a week × hours of a month</source>
            <translation>一周的实例小时数 × 一个月的小时数</translation>
        </message>
        <message>
            <source>Instance hours of a week</source>
            <translation>一周的实例小时数</translation>
        </message>
        <message>
            <source>Hours with so many instances</source>
            <translation>运行这么多实例的小时数</translation>
        </message>
        <message>
            <source>Instances running</source>
            <translation>运行的实例数</translation>
        </message>
        <message>
            <source>what the hour's demand needs</source>
            <translation>该小时的需求所需</translation>
        </message>
        <message>
            <source>Hours of the week</source>
            <translation>一周中的小时数</translation>
        </message>
        <message>
            <source>from the chosen day profile</source>
            <translation>来自所选的日负载曲线</translation>
        </message>
        <message>
            <source>Hours of a week</source>
            <translation>一周的小时数</translation>
        </message>
        <message>
            <source>Own hardware, a month</source>
            <translation>自建，每月</translation>
        </message>
        <message>
            <source>A server, a month</source>
            <translation>一台服务器，每月</translation>
        </message>
        <message>
            <source>Servers</source>
            <translation>服务器台数</translation>
        </message>
        <message>
            <source>whole servers for the replicas</source>
            <translation>容纳副本的整数台服务器</translation>
        </message>
        <message>
            <source>Price of a server</source>
            <translation>服务器价格</translation>
        </message>
        <message>
            <source>Price of a card</source>
            <translation>单卡价格</translation>
        </message>
        <message>
            <source>GPUs of a server</source>
            <translation>每台服务器的 GPU 数</translation>
        </message>
        <message>
            <source>Server over its cards</source>
            <translation>服务器与其 GPU 卡价格之比</translation>
        </message>
        <message>
            <source>Depreciation</source>
            <translation>折旧</translation>
        </message>
        <message>
            <source>Value that is written off</source>
            <translation>折旧的价值</translation>
        </message>
        <message>
            <source>Share that is written off</source>
            <translation>折旧的比例</translation>
        </message>
        <message>
            <source>Months of depreciation</source>
            <translation>折旧月数</translation>
        </message>
        <message>
            <source>Support</source>
            <translation>维保</translation>
        </message>
        <message>
            <source>Support, a year</source>
            <translation>每年维保</translation>
        </message>
        <message>
            <source>Support, share of the price a year</source>
            <translation>每年维保占价格的比例</translation>
        </message>
        <message>
            <source>Months of a year</source>
            <translation>一年的月数</translation>
        </message>
        <message>
            <source>Colocation</source>
            <translation>机房托管</translation>
        </message>
        <message>
            <source>Colocation of a kilowatt, a month</source>
            <translation>每千瓦每月托管费</translation>
        </message>
        <message>
            <source>Kilowatts of a server, at most</source>
            <translation>单台服务器的最大千瓦数</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>能耗</translation>
        </message>
        <message>
            <source>Kilowatts of a server, mean</source>
            <translation>单台服务器的平均千瓦数</translation>
        </message>
        <message>
            <source>PUE</source>
            <translation>PUE</translation>
        </message>
        <message>
            <source>Price of a kilowatt hour</source>
            <translation>每千瓦时电价</translation>
        </message>
        <message>
            <source>Million output tokens a month</source>
            <translation>每月百万输出 token 数</translation>
        </message>
        <message>
            <source>Output tokens a month</source>
            <translation>每月输出 token 数</translation>
        </message>
        <message>
            <source>Seconds of a month</source>
            <translation>一个月的秒数</translation>
        </message>
        <message>
            <source>730 h</source>
            <translation>730 小时</translation>
        </message>
        <message>
            <source>GPUs bought</source>
            <translation>购买的 GPU 数</translation>
        </message>
        <message>
            <source>whole instances</source>
            <translation>整数个实例</translation>
        </message>
        <message>
            <source>Power of the GPU</source>
            <translation>GPU 功率</translation>
        </message>
        <message>
            <source>Server over its GPUs</source>
            <translation>服务器与其 GPU 功率之比</translation>
        </message>
        <message>
            <source>8× H100 10.2 kW ÷ 5.6 kW; DGX A100 2.03, DGX B200 1.79</source>
            <translation>8× H100 10.2 kW ÷ 5.6 kW;DGX A100 2.03,DGX B200 1.79</translation>
        </message>
        <message>
            <source>Not at hand</source>
            <translation>不可用</translation>
        </message>
        <message>
            <source>the catalog that this plan was made with is not at hand</source>
            <translation>制作此规划所用的目录不在手边</translation>
        </message>
        <message>
            <source>What the fleet lacks</source>
            <translation>该集群所缺</translation>
        </message>
        <message>
            <source>Memory of the fleet</source>
            <translation>集群显存</translation>
        </message>
        <message>
            <source>Weights of the model</source>
            <translation>模型权重</translation>
        </message>
        <message>
            <source>GPUs proposed</source>
            <translation>提议的 GPU 数</translation>
        </message>
        <message>
            <source>The same in closed form, for comparison</source>
            <translation>同一数值的解析结果（供比较）</translation>
        </message>
        <message>
            <source>Requests measured in a run</source>
            <translation>每次仿真计量的请求数</translation>
        </message>
        <message>
            <source>measured in each run, after a warm-up</source>
            <translation>每次仿真预热之后计量</translation>
        </message>
        <message>
            <source>Seed of the simulation</source>
            <translation>仿真随机种子</translation>
        </message>
        <message>
            <source>Replicas simulated</source>
            <translation>仿真的副本数</translation>
        </message>
        <message>
            <source>Error of the search</source>
            <translation>搜索误差</translation>
        </message>
        <message>
            <source>the next higher rate that was tried misses a target</source>
            <translation>尝试的下一个更高速率未达到目标</translation>
        </message>
    </context>
    <context>
        <name>ErrorTexts</name>
        <message>
            <source>“%1” does not take this value.</source>
            <translation>“%1”不接受此值。</translation>
        </message>
        <message>
            <source>A value is out of its range.</source>
            <translation>某个值超出了范围。</translation>
        </message>
        <message>
            <source>There is no field “%1”.</source>
            <translation>没有字段“%1”。</translation>
        </message>
        <message>
            <source>There is a field that Headroom does not know.</source>
            <translation>有一个 Headroom 不认识的字段。</translation>
        </message>
        <message>
            <source>“%1” names something that the catalog does not hold.</source>
            <translation>“%1”所指的对象不在目录中。</translation>
        </message>
        <message>
            <source>Something is named that the catalog does not hold.</source>
            <translation>所指的对象不在目录中。</translation>
        </message>
        <message>
            <source>Headroom cannot answer for this “%1”.</source>
            <translation>Headroom 无法就此“%1”作答。</translation>
        </message>
        <message>
            <source>This is understood, but Headroom cannot answer for it.</source>
            <translation>能够理解，但 Headroom 无法就此作答。</translation>
        </message>
        <message>
            <source>The content is not in the expected form.</source>
            <translation>内容不是预期的形式。</translation>
        </message>
        <message>
            <source>The content is larger than Headroom accepts.</source>
            <translation>内容超过 Headroom 接受的大小。</translation>
        </message>
        <message>
            <source>It is not there.</source>
            <translation>它不存在。</translation>
        </message>
        <message>
            <source>The file or folder cannot be read.</source>
            <translation>无法读取该文件或文件夹。</translation>
        </message>
        <message>
            <source>The file or folder cannot be written.</source>
            <translation>无法写入该文件或文件夹。</translation>
        </message>
        <message>
            <source>The server cannot be reached, or broke off.</source>
            <translation>无法连接服务器，或连接中断。</translation>
        </message>
        <message>
            <source>The server takes too long.</source>
            <translation>服务器耗时过长。</translation>
        </message>
        <message>
            <source>The database reports a fault.</source>
            <translation>数据库报告故障。</translation>
        </message>
        <message>
            <source>It was written by a newer Headroom.</source>
            <translation>它由更新版本的 Headroom 写入。</translation>
        </message>
        <message>
            <source>The stored content is damaged.</source>
            <translation>存储的内容已损坏。</translation>
        </message>
        <message>
            <source>This is not built in.</source>
            <translation>此功能未包含在本程序中。</translation>
        </message>
        <message>
            <source>A newer input took its place.</source>
            <translation>已被更新的输入取代。</translation>
        </message>
        <message>
            <source>%1, line %2: %3</source>
            <translation>%1，第 %2 行：%3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>file: what is wrong</comment>
            <translation>%1:%2</translation>
        </message>
    </context>
    <context>
        <name>FieldChoices</name>
        <message>
            <source>Chat</source>
            <translation>对话</translation>
        </message>
        <message>
            <source>Retrieval (RAG)</source>
            <translation>检索（RAG）</translation>
        </message>
        <message>
            <source>Coding</source>
            <translation>编程</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>智能体</translation>
        </message>
        <message>
            <source>Summarizing</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Long reasoning</source>
            <translation>长推理</translation>
        </message>
        <message>
            <source>Office hours</source>
            <translation>办公时间</translation>
        </message>
        <message>
            <source>Public service, most in the evening</source>
            <translation>公共服务，晚间最忙</translation>
        </message>
        <message>
            <source>The same round the clock</source>
            <translation>全天相同</translation>
        </message>
        <message>
            <source>On demand</source>
            <translation>按需</translation>
        </message>
        <message>
            <source>Spot</source>
            <translation>竞价</translation>
        </message>
        <message>
            <source>1 year</source>
            <translation>1 年</translation>
        </message>
        <message>
            <source>3 years</source>
            <translation>3 年</translation>
        </message>
        <message>
            <source>native</source>
            <translation>原生</translation>
        </message>
        <message>
            <source>any</source>
            <translation>任意</translation>
        </message>
        <message>
            <source>%1 (%2 active)</source>
            <translation>%1（激活 %2）</translation>
        </message>
        <message>
            <source>bought servers, from published prices</source>
            <translation>购买服务器，按公开价格</translation>
        </message>
        <message>
            <source>%1 in, %2 out</source>
            <comment>tokens of prompt and answer</comment>
            <translation>输入 %1，输出 %2</translation>
        </message>
        <message>
            <source>Own hardware</source>
            <translation>自建</translation>
        </message>
        <message numerus="yes">
            <source>%n region(s)</source>
            <translation>
                <numerusform>%n 个地域</numerusform>
            </translation>
        </message>
        <message>
            <source>European Union</source>
            <translation>欧盟</translation>
        </message>
        <message>
            <source>United States</source>
            <translation>美国</translation>
        </message>
        <message>
            <source>Canada</source>
            <translation>加拿大</translation>
        </message>
        <message>
            <source>China</source>
            <translation>中国</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>香港</translation>
        </message>
        <message>
            <source>Taiwan</source>
            <translation>台湾</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>日本</translation>
        </message>
        <message>
            <source>South Korea</source>
            <translation>韩国</translation>
        </message>
        <message>
            <source>Singapore</source>
            <translation>新加坡</translation>
        </message>
        <message>
            <source>India</source>
            <translation>印度</translation>
        </message>
        <message>
            <source>Australia</source>
            <translation>澳大利亚</translation>
        </message>
        <message>
            <source>Vietnam</source>
            <translation>越南</translation>
        </message>
        <message>
            <source>Netherlands</source>
            <translation>荷兰</translation>
        </message>
        <message>
            <source>Germany</source>
            <translation>德国</translation>
        </message>
        <message>
            <source>Ireland</source>
            <translation>爱尔兰</translation>
        </message>
        <message>
            <source>Sweden</source>
            <translation>瑞典</translation>
        </message>
        <message>
            <source>France</source>
            <translation>法国</translation>
        </message>
        <message>
            <source>Estonia</source>
            <translation>爱沙尼亚</translation>
        </message>
        <message>
            <source>Finland</source>
            <translation>芬兰</translation>
        </message>
        <message>
            <source>Switzerland</source>
            <translation>瑞士</translation>
        </message>
        <message>
            <source>United Kingdom</source>
            <translation>英国</translation>
        </message>
        <message>
            <source>United Arab Emirates</source>
            <translation>阿联酋</translation>
        </message>
    </context>
    <context>
        <name>FieldTexts</name>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Names the scenario in the list and on the proposal.</source>
            <translation>场景在列表和部署方案上的名称。</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>用户数</translation>
        </message>
        <message>
            <source>People who could use the service.</source>
            <translation>可能使用该服务的人数。</translation>
        </message>
        <message>
            <source>Active in a working hour</source>
            <translation>工作时间活跃比例</translation>
        </message>
        <message>
            <source>Share of the users who send requests in a usual working hour.</source>
            <translation>在通常的工作小时内发送请求的用户比例。</translation>
        </message>
        <message>
            <source>Requests per active user</source>
            <translation>每位活跃用户的请求数</translation>
        </message>
        <message>
            <source>Requests that an active user sends in a working hour.</source>
            <translation>一位活跃用户在一个工作小时内发送的请求数。</translation>
        </message>
        <message>
            <source>/h</source>
            <translation>/小时</translation>
        </message>
        <message>
            <source>Peak requests</source>
            <translation>峰值每秒请求数</translation>
        </message>
        <message>
            <source>Load of the busiest minutes. Follows from the users until you set it.</source>
            <translation>最忙几分钟的负载。在手动设定之前由用户数得出。</translation>
        </message>
        <message>
            <source>/s</source>
            <translation>/秒</translation>
        </message>
        <message>
            <source>follows the users</source>
            <translation>由用户数得出</translation>
        </message>
        <message>
            <source>Kind of work</source>
            <translation>工作类型</translation>
        </message>
        <message>
            <source>Sets usual lengths of prompt and answer and how far the peak stands above the mean.</source>
            <translation>设定提示与回答的通常长度，以及峰值高出均值的程度。</translation>
        </message>
        <message>
            <source>Prompt length</source>
            <translation>提示长度</translation>
        </message>
        <message>
            <source>Mean tokens of a prompt, with everything that is sent along.</source>
            <translation>一个提示的平均 token 数，含随附的全部内容。</translation>
        </message>
        <message>
            <source>tokens</source>
            <translation>token</translation>
        </message>
        <message>
            <source>Answer length</source>
            <translation>回答长度</translation>
        </message>
        <message>
            <source>Mean tokens of an answer, reasoning included.</source>
            <translation>一个回答的平均 token 数，含推理过程。</translation>
        </message>
        <message>
            <source>Longest request</source>
            <translation>最长请求</translation>
        </message>
        <message>
            <source>Tokens that one request may hold, prompt and answer. GPU memory must have room for it.</source>
            <translation>一个请求可容纳的 token 数，含提示与回答。显存必须放得下。</translation>
        </message>
        <message>
            <source>Prefix cache hits</source>
            <translation>前缀缓存命中率</translation>
        </message>
        <message>
            <source>Share of prompt tokens that the prefix cache answers, because prompts begin alike.</source>
            <translation>因提示开头相同而由前缀缓存应答的提示 token 比例。</translation>
        </message>
        <message>
            <source>Day profile</source>
            <translation>日负载曲线</translation>
        </message>
        <message>
            <source>How the load is spread over the week. Rented capacity follows it.</source>
            <translation>负载在一周内的分布。租用的容量随之变化。</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>The language model that is served.</source>
            <translation>所服务的语言模型。</translation>
        </message>
        <message>
            <source>Quantization</source>
            <translation>量化</translation>
        </message>
        <message>
            <source>Number format of the weights. native: the checkpoint's own, or the nearest that a GPU runs, never under 8 bits. any: also lower ones.</source>
            <translation>权重的数值格式。原生：检查点自身的格式，或 GPU 能运行的最接近格式，不低于 8 位。任意：也包括更低位数。</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>The software that serves the model.</source>
            <translation>运行模型的软件。</translation>
        </message>
        <message>
            <source>GPU type</source>
            <translation>GPU 类型</translation>
        </message>
        <message>
            <source>Types that may be used. With none chosen, all are compared.</source>
            <translation>可以使用的类型。未选择时比较全部类型。</translation>
        </message>
        <message>
            <source>any type</source>
            <translation>任意类型</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>排除</translation>
        </message>
        <message>
            <source>Types that may not be used.</source>
            <translation>不可使用的类型。</translation>
        </message>
        <message>
            <source>none left out</source>
            <translation>未排除</translation>
        </message>
        <message>
            <source>Spare capacity</source>
            <translation>余量</translation>
        </message>
        <message>
            <source>Capacity to keep free above the peak.</source>
            <translation>在峰值之上保留的空闲容量。</translation>
        </message>
        <message>
            <source>Replicas that may fail</source>
            <translation>允许失效的副本数</translation>
        </message>
        <message>
            <source>The peak is still served with so many replicas lost.</source>
            <translation>失去这么多副本后仍能承载峰值。</translation>
        </message>
        <message>
            <source>First token within</source>
            <translation>首 token 时限</translation>
        </message>
        <message>
            <source>Target for the time to first token that 95 of 100 requests meet.</source>
            <translation>100 个请求中有 95 个须满足的首 token 时延目标。</translation>
        </message>
        <message>
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>Each further token within</source>
            <translation>后续每个 token 时限</translation>
        </message>
        <message>
            <source>Target for the time per output token that 95 of 100 requests meet. People read about 5 tokens a second.</source>
            <translation>100 个请求中有 95 个须满足的每 token 时延目标。人每秒约读 5 个 token。</translation>
        </message>
        <message>
            <source>ms</source>
            <translation>毫秒</translation>
        </message>
        <message>
            <source>Power limit</source>
            <translation>功率上限</translation>
        </message>
        <message>
            <source>Most power that the servers may draw at peak.</source>
            <translation>服务器峰值时允许的最大功率。</translation>
        </message>
        <message>
            <source>kW</source>
            <translation>kW</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Proposed fleets</source>
            <translation>提议的集群</translation>
        </message>
        <message>
            <source>Fleets that somebody proposed: the plan says what becomes of each.</source>
            <translation>有人提议的集群：规划会说明每一个的结果。</translation>
        </message>
        <message>
            <source>none to judge</source>
            <translation>无待评判项</translation>
        </message>
        <message>
            <source>Offers</source>
            <translation>报价来源</translation>
        </message>
        <message>
            <source>From whom: any cloud, some providers or regions, or own hardware.</source>
            <translation>向谁租用：任意云、部分云厂商或地域，或自建。</translation>
        </message>
        <message>
            <source>any cloud</source>
            <translation>任意云</translation>
        </message>
        <message>
            <source>Commitment</source>
            <translation>付费方式</translation>
        </message>
        <message>
            <source>On demand and spot follow the load hour by hour; a reservation is paid round the clock.</source>
            <translation>按需与竞价逐小时跟随负载；预留实例全天计费。</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>Currency of every amount; prices in others are converted at a dated rate.</source>
            <translation>所有金额的货币；其他货币按注明日期的汇率换算。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Whom the proposal is for.</source>
            <translation>部署方案的对象。</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>作者</translation>
        </message>
        <message>
            <source>Who made it.</source>
            <translation>制作者。</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Stands on the proposal's first page.</source>
            <translation>显示在部署方案的首页。</translation>
        </message>
        <message>
            <source>GPUs that are there</source>
            <translation>现有 GPU 数</translation>
        </message>
        <message>
            <source>A fixed fleet: the plan says what it carries instead of how many are needed.</source>
            <translation>固定集群：规划说明它能承载多少，而不是需要多少。</translation>
        </message>
        <message>
            <source>as many as needed</source>
            <translation>按需要</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Copies of the model that run, redundancy included.</source>
            <translation>运行的模型副本数，含冗余。</translation>
        </message>
        <message>
            <source>searched</source>
            <translation>由搜索决定</translation>
        </message>
        <message>
            <source>Tensor parallel</source>
            <translation>张量并行</translation>
        </message>
        <message>
            <source>GPUs that share every layer of a replica.</source>
            <translation>共同承担副本每一层的 GPU 数。</translation>
        </message>
        <message>
            <source>Pipeline parallel</source>
            <translation>流水线并行</translation>
        </message>
        <message>
            <source>Stages that a replica's layers are split into.</source>
            <translation>副本的各层被分成的级数。</translation>
        </message>
        <message>
            <source>Expert parallel</source>
            <translation>专家并行</translation>
        </message>
        <message>
            <source>GPUs that a replica's experts are spread over.</source>
            <translation>副本的专家分布到的 GPU 数。</translation>
        </message>
        <message>
            <source>Attention data parallel</source>
            <translation>注意力数据并行</translation>
        </message>
        <message>
            <source>Groups of a replica that each compute attention for their own requests.</source>
            <translation>副本内各自为自己的请求计算注意力的组数。</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>Hardware</source>
            <translation>硬件</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Proposal</source>
            <translation>部署方案</translation>
        </message>
        <message>
            <source>Who asks, how often, and how long are the answers?</source>
            <translation>谁在用，多频繁，回答多长？</translation>
        </message>
        <message>
            <source>What is served, and at which precision?</source>
            <translation>服务什么模型，用什么精度？</translation>
        </message>
        <message>
            <source>On which GPUs, how fast, and how much may fail?</source>
            <translation>用哪些 GPU，多快，允许多少失效？</translation>
        </message>
        <message>
            <source>From whom, and how is it paid?</source>
            <translation>向谁购买，如何付费？</translation>
        </message>
        <message>
            <source>What the paper says besides the figures.</source>
            <translation>文件中除数字以外的内容。</translation>
        </message>
        <message>
            <source>%1 users</source>
            <translation>%1 位用户</translation>
        </message>
        <message>
            <source>%1 spare</source>
            <translation>余量 %1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 changed</source>
            <comment>an edit, in the undo menu</comment>
            <translation>修改 %1</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <comment>an edit, in the undo menu</comment>
            <translation>%1:%2 → %3</translation>
        </message>
        <message>
            <source>follows from the users above; drag to override</source>
            <translation>由上面的用户数得出；拖动即可改写</translation>
        </message>
        <message>
            <source>set by hand; the users would give %1</source>
            <translation>手动设定；按用户数应为 %1</translation>
        </message>
        <message>
            <source>Most GPUs</source>
            <translation>GPU 数量上限</translation>
        </message>
        <message>
            <source>Most GPUs that the plan may use.</source>
            <translation>方案最多可使用的 GPU 数量。</translation>
        </message>
        <message>
            <source>Only in</source>
            <translation>仅限地区</translation>
        </message>
        <message>
            <source>Where the data may lie: countries or regions of cloud offers. An offer whose place is not known is left out.</source>
            <translation>数据可以存放的地方：云报价所在的国家或地区。位置不明的报价不予考虑。</translation>
        </message>
        <message>
            <source>anywhere</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Not in</source>
            <translation>排除地区</translation>
        </message>
        <message>
            <source>Where it may not lie. An offer whose place is not known is left out.</source>
            <translation>数据不得存放的地方。位置不明的报价不予考虑。</translation>
            <source>Burstiness</source>
            <translation>突发程度</translation>
        </message>
        <message>
            <source>How unevenly requests come: 1 as if by chance, 0 evenly, more in bursts. Counts in the simulation.</source>
            <translation>请求到达有多不均匀：1 为随机到达，0 为均匀到达，更大则成批到达。用于仿真。</translation>
        </message>
        <message>
            <source>Long prompts</source>
            <translation>长提示词</translation>
        </message>
        <message>
            <source>Tokens that 95 of 100 prompts do not exceed, up to 3.8 times the mean. Counts in the simulation.</source>
            <translation>100 个提示词中有 95 个不超过的 token 数，最多为平均值的 3.8 倍。用于仿真。</translation>
        </message>
        <message>
            <source>twice the mean</source>
            <translation>平均值的两倍</translation>
        </message>
        <message>
            <source>Long answers</source>
            <translation>长回答</translation>
        </message>
        <message>
            <source>Tokens that 95 of 100 answers do not exceed, up to 3.8 times the mean. Counts in the simulation.</source>
            <translation>100 个回答中有 95 个不超过的 token 数，最多为平均值的 3.8 倍。用于仿真。</translation>
        </message>
        <message>
            <source>three times the mean</source>
            <translation>平均值的三倍</translation>
        </message>
    </context>
    <context>
        <name>FigureFormat</name>
        <message>
            <source>%1 tokens/s</source>
            <translation>%1 token/s</translation>
        </message>
        <message>
            <source>%1 tokens</source>
            <translation>%1 token</translation>
        </message>
        <message>
            <source>%1 per token</source>
            <translation>%1/token</translation>
        </message>
        <message>
            <source>%1 per parameter</source>
            <translation>%1/参数</translation>
        </message>
        <message>
            <source>%1 people</source>
            <translation>%1 人</translation>
        </message>
        <message>
            <source>%1 billion parameters</source>
            <translation>%1 十亿参数</translation>
        </message>
        <message>
            <source>%1 parameters</source>
            <translation>%1 个参数</translation>
        </message>
    </context>
    <context>
        <name>LibraryTexts</name>
        <message>
            <source>%1 is not a JSON file. Choose the config.json of a model.</source>
            <translation>%1 不是 JSON 文件。请选择模型的 config.json。</translation>
        </message>
        <message>
            <source>%1 describes a model that Headroom does not know how to size. Nothing was added.</source>
            <translation>%1 描述的模型 Headroom 不知道如何测算。未添加任何内容。</translation>
        </message>
        <message>
            <source>%1 uses “%2”, which Headroom does not know how to size. Nothing was added.</source>
            <translation>%1 使用了“%2”，Headroom 不知道如何测算。未添加任何内容。</translation>
        </message>
        <message>
            <source>%1 is not a complete model configuration. Nothing was added.</source>
            <translation>%1 不是完整的模型配置。未添加任何内容。</translation>
        </message>
        <message>
            <source>%1 lacks a usable value of “%2”. Nothing was added.</source>
            <translation>%1 缺少可用的“%2”值。未添加任何内容。</translation>
        </message>
        <message>
            <source>%1 is too large to be a model configuration.</source>
            <translation>%1 太大，不可能是模型配置。</translation>
        </message>
        <message>
            <source>%1 cannot be read.</source>
            <translation>无法读取 %1。</translation>
        </message>
        <message>
            <source>The model cannot be stored: %1 cannot be written.</source>
            <translation>无法保存该模型：无法写入 %1。</translation>
        </message>
        <message>
            <source>%1 could not be imported. Nothing was added.</source>
            <translation>无法导入 %1。未添加任何内容。</translation>
        </message>
        <message>
            <source>Catalog %1 · prices up to %2</source>
            <translation>目录 %1 · 价格截至 %2</translation>
        </message>
        <message>
            <source>%1 (%2). Public sources disagree on this.</source>
            <translation>%1（%2）。公开来源对此说法不一。</translation>
        </message>
        <message>
            <source>%1 (%2).</source>
            <comment>source, date</comment>
            <translation>%1(%2)。</translation>
        </message>
        <message>
            <source>%1 B</source>
            <comment>billions of parameters</comment>
            <translation>%1 B</translation>
        </message>
        <message>
            <source>multi-head</source>
            <translation>多头</translation>
        </message>
        <message>
            <source>grouped-query</source>
            <translation>分组查询</translation>
        </message>
        <message>
            <source>latent (MLA)</source>
            <translation>潜在注意力（MLA）</translation>
        </message>
        <message>
            <source>hybrid</source>
            <translation>混合</translation>
        </message>
        <message>
            <source>sparse</source>
            <translation>稀疏</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>资料库</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Offers</source>
            <translation>报价</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Name, provider, region …</source>
            <translation>名称、云厂商、地域…</translation>
        </message>
        <message>
            <source>Import a model …</source>
            <translation>导入模型…</translation>
        </message>
        <message>
            <source>Reads a Hugging Face config.json; a file hf_quant_config.json beside it is read too.</source>
            <translation>读取 Hugging Face 的 config.json；同一目录下的 hf_quant_config.json 也会读取。</translation>
        </message>
        <message>
            <source>Choose a config.json</source>
            <translation>选择 config.json</translation>
        </message>
        <message>
            <source>Model configuration (*.json)</source>
            <translation>模型配置(*.json)</translation>
        </message>
        <message>
            <source>%1 was added to the library.</source>
            <translation>%1 已添加到资料库。</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Nothing matches “%1”.</source>
            <translation>没有与“%1”匹配的内容。</translation>
        </message>
        <message>
            <source>Where this comes from</source>
            <translation>数据来源</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>date unknown</source>
            <translation>日期未知</translation>
        </message>
        <message>
            <source>Note of the import: %1</source>
            <translation>导入说明：%1</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>参数量</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>激活</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Attention</source>
            <translation>注意力</translation>
        </message>
        <message>
            <source>Context</source>
            <translation>上下文</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>显存</translation>
        </message>
        <message>
            <source>Bandwidth</source>
            <translation>带宽</translation>
        </message>
        <message>
            <source>%1 dense</source>
            <translation>%1 稠密</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>互联</translation>
        </message>
        <message>
            <source>Power</source>
            <translation>功率</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>云厂商</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地域</translation>
        </message>
        <message>
            <source>Instance</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>On demand /h</source>
            <translation>按需 /小时</translation>
        </message>
        <message>
            <source>1 year /h</source>
            <translation>1 年 /小时</translation>
        </message>
        <message>
            <source>3 years /h</source>
            <translation>3 年 /小时</translation>
        </message>
        <message>
            <source>Spot /h</source>
            <translation>竞价 /小时</translation>
        </message>
        <message>
            <source>%1/s</source>
            <translation>%1/s</translation>
        </message>
    </context>
    <context>
        <name>LiveTexts</name>
        <message>
            <source>A metrics page (DCGM exporter, vLLM, SGLang, TGI and others), the Prometheus HTTP API as prometheus+URL, nvml: for the GPUs of this machine, or the path of a recording.</source>
            <translation>指标页面（DCGM exporter、vLLM、SGLang、TGI 等），以 prometheus+URL 表示的 Prometheus HTTP API，表示本机 GPU 的 nvml:，或录制文件的路径。</translation>
        </message>
        <message>
            <source>“%1” is not a source. Accepted are http://host:9400/metrics, prometheus+http://host:9090, nvml:, demo: and the path of a recording.</source>
            <translation>“%1”不是数据源。可接受 http://host:9400/metrics、prometheus+http://host:9090、nvml:、demo: 以及录制文件的路径。</translation>
        </message>
        <message>
            <source>Type the address of a metrics page, as http://host:9400/metrics.</source>
            <translation>请输入指标页面的地址，例如 http://host:9400/metrics。</translation>
        </message>
        <message>
            <source>%1 is watched already.</source>
            <translation>已在监控 %1。</translation>
        </message>
        <message>
            <source>Add the address of a metrics page or of a Prometheus server to see the GPUs of your machines live. The demo cluster shows what it looks like, with figures that are made up.</source>
            <translation>添加指标页面或 Prometheus 服务器的地址，即可实时查看 GPU。演示集群展示其效果，数字是虚构的。</translation>
        </message>
        <message>
            <source>Demo cluster</source>
            <translation>演示集群</translation>
        </message>
        <message>
            <source>This machine's GPUs</source>
            <translation>本机的 GPU</translation>
        </message>
        <message>
            <source>ok</source>
            <comment>state of a source</comment>
            <translation>正常</translation>
        </message>
        <message>
            <source>late</source>
            <comment>state of a source</comment>
            <translation>延迟</translation>
        </message>
        <message>
            <source>failed</source>
            <comment>state of a source</comment>
            <translation>失败</translation>
        </message>
        <message>
            <source>asking</source>
            <comment>state of a source</comment>
            <translation>请求中</translation>
        </message>
        <message>
            <source>Nothing answers at %1. Check the address, and that the exporter runs.</source>
            <translation>%1 没有应答。请检查地址以及导出器是否在运行。</translation>
        </message>
        <message>
            <source>%1 did not answer in time. It is asked again.</source>
            <translation>%1 未及时应答。将再次请求。</translation>
        </message>
        <message>
            <source>%1 refuses access (status %2). A token or password is needed.</source>
            <translation>%1 拒绝访问（状态 %2）。需要令牌或密码。</translation>
        </message>
        <message>
            <source>%1 answers with status %2 instead of 200. Check the path of the address.</source>
            <translation>%1 返回状态 %2 而不是 200。请检查地址的路径。</translation>
        </message>
        <message>
            <source>%1 redirects too often, or to something that is not http. Give the final address.</source>
            <translation>%1 重定向过多，或指向非 http 地址。请给出最终地址。</translation>
        </message>
        <message>
            <source>The certificate of %1 is not trusted. Name the authority that issued it.</source>
            <translation>%1 的证书不受信任。请指定签发它的机构。</translation>
        </message>
        <message>
            <source>The answer of %1 is larger than a metrics page can be. Check the address.</source>
            <translation>%1 的应答超过指标页面可能的大小。请检查地址。</translation>
        </message>
        <message>
            <source>%1 is not a metrics page. It should be one in Prometheus text format, often at /metrics.</source>
            <translation>%1 不是指标页面。应为 Prometheus 文本格式，通常位于 /metrics。</translation>
        </message>
        <message>
            <source>The metrics of %1 contain an error and cannot be read.</source>
            <translation>%1 的指标含有错误，无法读取。</translation>
        </message>
        <message>
            <source>%1 publishes metrics, but none that Headroom knows. It should be a GPU or LLM serving exporter.</source>
            <translation>%1 发布了指标，但没有 Headroom 认识的。应为 GPU 或 LLM 服务的导出器。</translation>
        </message>
        <message>
            <source>A file that %1 needs cannot be read.</source>
            <translation>无法读取 %1 所需的文件。</translation>
        </message>
        <message>
            <source>The recording is over.</source>
            <translation>录制已播放完毕。</translation>
        </message>
        <message>
            <source>This kind of source is not built into this program.</source>
            <translation>此类数据源未包含在本程序中。</translation>
        </message>
        <message>
            <source>Figures made up by the demo cluster</source>
            <translation>由演示集群虚构的数字</translation>
        </message>
        <message>
            <source>now</source>
            <comment>age of an answer</comment>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>%1 s ago</source>
            <translation>%1 秒前</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <translation>%1 分钟前</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <translation>%1 小时前</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>sources and GPUs</comment>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n 个数据源</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s)</source>
            <translation>
                <numerusform>%n 张 GPU</numerusform>
            </translation>
        </message>
        <message>
            <source>GPU utilization</source>
            <translation>GPU 利用率</translation>
        </message>
        <message>
            <source>Memory in use</source>
            <translation>已用显存</translation>
        </message>
        <message>
            <source>Power</source>
            <translation>功率</translation>
        </message>
        <message>
            <source>Temperature</source>
            <translation>温度</translation>
        </message>
        <message>
            <source>Requests running</source>
            <translation>运行中的请求</translation>
        </message>
        <message>
            <source>Requests waiting</source>
            <translation>排队中的请求</translation>
        </message>
        <message>
            <source>%1 by machine</source>
            <comment>a chart: quantity</comment>
            <translation>各机器的%1</translation>
        </message>
        <message>
            <source>%1 by engine, %2</source>
            <comment>a chart: quantity, machine</comment>
            <translation>各引擎的%1，%2</translation>
        </message>
        <message>
            <source>%1 by GPU, %2</source>
            <comment>a chart: quantity, machine</comment>
            <translation>各 GPU 的%1，%2</translation>
        </message>
        <message>
            <source>requests</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>memory used, total</comment>
            <translation>%1 / %2</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n line(s), now between %2 and %3.</source>
            <translation>
                <numerusform>%1：%n 条曲线，当前在 %2 与 %3 之间。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 waiting</source>
            <comment>requests</comment>
            <translation>%1 排队中</translation>
        </message>
        <message>
            <source>%1 finished a second</source>
            <translation>每秒完成 %1</translation>
        </message>
        <message>
            <source>Fleet of %1 with %2; colours show: %3. The arrow keys move from GPU to GPU.</source>
            <translation>集群有 %1、%2；颜色表示：%3。方向键在 GPU 之间移动。</translation>
        </message>
        <message numerus="yes">
            <source>%n machine(s)</source>
            <translation>
                <numerusform>%n 台机器</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2: %3 %4</source>
            <comment>machine, GPU, quantity, value</comment>
            <translation>%1,%2:%3 %4</translation>
        </message>
        <message>
            <source>GPU %1</source>
            <translation>GPU %1</translation>
        </message>
        <message>
            <source>%1, engine %2</source>
            <translation>%1，引擎 %2</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <source>Demo data</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>These figures are made up by the built-in demo cluster. They come from no real machine.</source>
            <translation>这些数字由内置演示集群虚构，并非来自真实机器。</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>数据源</translation>
        </message>
        <message>
            <source>Address of a source</source>
            <translation>数据源地址</translation>
        </message>
        <message>
            <source>http://host:9400/metrics or prometheus+http://host:9090</source>
            <translation>http://host:9400/metrics 或 prometheus+http://host:9090</translation>
        </message>
        <message>
            <source>Add source</source>
            <translation>添加数据源</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Watch the demo cluster</source>
            <translation>查看演示集群</translation>
        </message>
        <message>
            <source>Stop the demo</source>
            <translation>停止演示</translation>
        </message>
        <message>
            <source>%1 is no longer watched.</source>
            <translation>不再监控 %1。</translation>
        </message>
        <message>
            <source>Nothing is watched yet</source>
            <translation>尚未监控任何数据源</translation>
        </message>
        <message>
            <source>no answer yet</source>
            <translation>尚无应答</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>数据源</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Last answer</source>
            <translation>最近应答</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) do not answer.</source>
            <translation>
                <numerusform>%n 个数据源没有应答。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) are late.</source>
            <translation>
                <numerusform>%n 个数据源延迟。</numerusform>
            </translation>
        </message>
        <message>
            <source>Show sources</source>
            <translation>显示数据源</translation>
        </message>
        <message>
            <source>Not published by this source.</source>
            <translation>此数据源未发布。</translation>
        </message>
        <message>
            <source>Waiting for the first answer.</source>
            <translation>等待首次应答。</translation>
        </message>
        <message>
            <source>No values in this stretch of time.</source>
            <translation>此时间段内没有数值。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more; choose a machine to see its GPUs</source>
            <translation>
                <numerusform>另有 %n 条；选择一台机器可查看其 GPU</numerusform>
            </translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>KV cache</source>
            <translation>KV 缓存</translation>
        </message>
        <message>
            <source>Output tokens</source>
            <translation>输出 token</translation>
        </message>
        <message>
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message numerus="yes">
            <source>on %n machine(s)</source>
            <translation>
                <numerusform>在 %n 台机器上</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>%1 of %2 GPUs publish it</source>
            <translation>%2 张 GPU 中有 %1 张发布</translation>
        </message>
        <message>
            <source>fullest engine %1</source>
            <translation>最满的引擎 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n engine(s)</source>
            <translation>
                <numerusform>%n 个引擎</numerusform>
            </translation>
        </message>
        <message>
            <source>limit %1</source>
            <translation>上限 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s) gone silent</source>
            <translation>
                <numerusform>%n 张 GPU 已无响应</numerusform>
            </translation>
        </message>
        <message>
            <source>Fleet</source>
            <translation>集群</translation>
        </message>
        <message>
            <source>No source publishes GPUs.</source>
            <translation>没有数据源发布 GPU。</translation>
        </message>
        <message>
            <source>XID %1</source>
            <translation>XID %1</translation>
        </message>
        <message>
            <source>%1; error XID %2 appeared</source>
            <translation>%1；出现错误 XID %2</translation>
        </message>
        <message>
            <source>All machines</source>
            <translation>全部机器</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>型号</translation>
        </message>
        <message>
            <source>GPUs now</source>
            <translation>当前 GPU</translation>
        </message>
        <message>
            <source>Colour means</source>
            <translation>颜色含义</translation>
        </message>
        <message>
            <source>Stretch of time</source>
            <translation>时间段</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>Utilization</source>
            <translation>利用率</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>显存</translation>
        </message>
    </context>
    <context>
        <name>PlanSentences</name>
        <message>
            <source>%1× %2, %3</source>
            <comment>number of GPUs, GPU, number format</comment>
            <translation>%1× %2,%3</translation>
        </message>
        <message>
            <source>tensor parallel %1</source>
            <translation>张量并行 %1</translation>
        </message>
        <message>
            <source>pipeline parallel %1</source>
            <translation>流水线并行 %1</translation>
        </message>
        <message>
            <source>attention data parallel %1</source>
            <translation>注意力数据并行 %1</translation>
        </message>
        <message>
            <source>expert parallel %1</source>
            <translation>专家并行 %1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a layout</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>own hardware</source>
            <translation>自建</translation>
        </message>
        <message>
            <source>memory for the KV cache: more memory a GPU, shorter contexts or an fp8 cache would lift it</source>
            <translation>KV 缓存显存：更大的显存、更短的上下文或 fp8 缓存可缓解</translation>
        </message>
        <message>
            <source>memory for the weights: a smaller number format or more GPUs a replica would lift it</source>
            <translation>权重显存：更小的数值格式或每副本更多 GPU 可缓解</translation>
        </message>
        <message>
            <source>arithmetic: faster GPUs, shorter prompts or prefix-cache hits would lift it</source>
            <translation>算力：更快的 GPU、更短的提示或前缀缓存命中可缓解</translation>
        </message>
        <message>
            <source>memory bandwidth: faster memory, a smaller number format or a relaxed token target would lift it</source>
            <translation>显存带宽：更快的显存、更小的数值格式或放宽 token 目标可缓解</translation>
        </message>
        <message>
            <source>communication between GPUs: fewer ranks or a faster interconnect would lift it</source>
            <translation>GPU 间通信：更少的并行数或更快的互联可缓解</translation>
        </message>
        <message>
            <source>waiting for the next free step: a relaxed first-token target or more replicas would lift it</source>
            <translation>等待下一个空闲步：放宽首 token 目标或增加副本可缓解</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>excluded by the scenario</source>
            <translation>被场景排除</translation>
        </message>
        <message>
            <source>the engine does not run %1 on %2</source>
            <translation>该引擎在 %2 上不运行 %1</translation>
        </message>
        <message>
            <source>no layout splits the model's attention heads evenly over the given GPUs</source>
            <translation>没有布局能把模型的注意力头均匀分到给定的 GPU 上</translation>
        </message>
        <message>
            <source>%1 weights are %2; %3× %4 hold %5</source>
            <translation>%1 权重为 %2；%3× %4 共 %5</translation>
        </message>
        <message>
            <source>%1. The smallest that fits has %2 of this GPU</source>
            <translation>%1。能容纳的最小布局需要 %2 张该 GPU</translation>
        </message>
        <message>
            <source>%1. No layout of up to 64 of this GPU fits</source>
            <translation>%1。不超过 64 张该 GPU 的布局都放不下</translation>
        </message>
        <message>
            <source>the weights fit, but one request of %1 tokens needs %2 of KV cache on each GPU and %3 are left</source>
            <translation>权重放得下，但一个 %1 token 的请求在每张 GPU 上需要 %2 的 KV 缓存，只剩 %3</translation>
        </message>
        <message>
            <source>%1 publishes no arithmetic rate for %2</source>
            <translation>%1 未公布 %2 的算力</translation>
        </message>
        <message>
            <source>even idle it needs %1 to the first token at p95; the target is %2</source>
            <translation>即使空闲，P95 首 token 也需要 %1；目标为 %2</translation>
        </message>
        <message>
            <source>even idle it needs %1 for each output token at p95; the target is %2</source>
            <translation>即使空闲，P95 每个输出 token 也需要 %1；目标为 %2</translation>
        </message>
        <message>
            <source>no price in the chosen offers; a replica takes %1 of this GPU</source>
            <translation>所选报价中没有价格；一个副本需要 %1 张该 GPU</translation>
        </message>
        <message>
            <source>its servers draw up to %1; the limit is %2</source>
            <translation>其服务器功率最高 %1；上限为 %2</translation>
        </message>
        <message>
            <source>its power is not published, so the limit of %1 cannot be checked</source>
            <translation>其功率未公布，因此无法核对 %1 的上限</translation>
        </message>
        <message>
            <source>%1 holds at most %2 tokens of context; longer requests are refused.</source>
            <translation>%1 的上下文最多 %2 个 token；更长的请求会被拒绝。</translation>
        </message>
        <message>
            <source>%1 holds fewer bits than the checkpoint's own %2: check answer quality before buying.</source>
            <translation>%1 的位数少于检查点自身的 %2：购买前请检查回答质量。</translation>
        </message>
        <message>
            <source>%2 has no %1 arithmetic: weights are stored in it and computed in bf16.</source>
            <translation>%2 没有 %1 运算：权重以其存储，以 bf16 计算。</translation>
        </message>
        <message>
            <source>Few or no published measurements stand behind this combination on %1: the figures may be off by %2 %.</source>
            <translation>%1 上的这一组合几乎没有公开测量支持：数字可能偏差 %2 %。</translation>
        </message>
        <message>
            <source>Public sources disagree on %1.</source>
            <translation>公开来源对 %1 说法不一。</translation>
        </message>
        <message>
            <source>Prices in %1 are converted to %2 at %3 (as of %4).</source>
            <translation>%1 价格按 %3 换算为 %2（截至 %4）。</translation>
        </message>
        <message>
            <source>Own hardware is priced from published estimates, not from a quote.</source>
            <translation>自建硬件按公开估算定价，而非报价。</translation>
        </message>
        <message>
            <source>%1 GPUs are bought in whole instances and %2 are used.</source>
            <translation>按整实例购买 %1 张 GPU，使用 %2 张。</translation>
        </message>
        <message>
            <source>The fixed fleet carries %1 requests per second; %2 are asked for with headroom.</source>
            <translation>固定集群每秒承载 %1 个请求；含余量需要 %2 个。</translation>
        </message>
        <message>
            <source>%1× %2</source>
            <comment>number of GPUs, GPU</comment>
            <translation>%1× %2</translation>
        </message>
        <message>
            <source>%1 carry %2 at this peak.</source>
            <translation>%1 在此峰值下能承载 %2。</translation>
        </message>
        <message>
            <source>%1 hold %2, but carry at most %3 requests per second (%4), not the %5 asked for with headroom.</source>
            <translation>%1 放得下 %2，但每秒最多承载 %3 个请求（%4），而含余量需要 %5 个。</translation>
        </message>
        <message>
            <source>%1 cannot serve %2: %3 weights are %4 and bf16 weights %5, its GPUs hold %6.</source>
            <translation>%1 无法服务 %2：%3 权重为 %4，bf16 权重为 %5，其 GPU 共 %6。</translation>
        </message>
        <message>
            <source>The smallest that fits is %1× %2 (%3)</source>
            <translation>能容纳的最小规模是 %1× %2（%3）</translation>
        </message>
        <message>
            <source>, or one replica of the plan: %1× %2 (%3).</source>
            <translation>，或规划结果的一个副本：%1× %2（%3）。</translation>
        </message>
        <message>
            <source>What fits is one replica of the plan: %1× %2 (%3).</source>
            <translation>放得下的是规划结果的一个副本：%1× %2（%3）。</translation>
        </message>
        <message>
            <source>Time to first token is %1 at p95; the target is %2.</source>
            <translation>P95 首 token 时延为 %1；目标为 %2。</translation>
        </message>
        <message>
            <source>Time per output token is %1 at p95; the target is %2.</source>
            <translation>P95 每 token 时延为 %1；目标为 %2。</translation>
        </message>
        <message>
            <source>Its servers draw up to %1; the limit is %2.</source>
            <translation>其服务器功率最高 %1；上限为 %2。</translation>
        </message>
        <message>
            <source>It takes %1 GPUs; the fixed fleet has %2.</source>
            <translation>需要 %1 张 GPU；固定集群有 %2 张。</translation>
        </message>
        <message>
            <source>the demand takes %1 of this GPU; the limit is %2</source>
            <translation>需求需要 %1 块该 GPU，上限为 %2 块</translation>
        </message>
        <message>
            <source>%1 of the fleet's %2 GPUs are left over: they do not make up another replica of %3.</source>
            <translation>现有 %2 块 GPU 中有 %1 块剩余：不足以再组成一个 %3 块的副本。</translation>
        </message>
        <message>
            <source>Published evaluations of Llama 3.1 find no measurable loss in fp8 (%1).</source>
            <translation>已发表的 Llama 3.1 评测未发现 fp8 有可测的损失（%1）。</translation>
        </message>
        <message>
            <source>Published evaluations of Llama 3.1 find 1 to 3 % lower scores in int8 (%1).</source>
            <translation>已发表的 Llama 3.1 评测中 int8 得分低 1% 至 3%（%1）。</translation>
        </message>
        <message>
            <source>Published evaluations of Llama 3.1 find int4 weights close to 8 bits, but not without loss (%1).</source>
            <translation>已发表的 Llama 3.1 评测中 int4 权重接近 8 位，但并非无损（%1）。</translation>
        </message>
        <message>
            <source>Its maker reports scores within 1 % of fp8 for DeepSeek-R1-0528; other models need a check of their own (%1).</source>
            <translation>厂商称 DeepSeek-R1-0528 得分与 fp8 相差不到 1%；其他模型需自行验证（%1）。</translation>
        </message>
    </context>
    <context>
        <name>PlanTexts</name>
        <message>
            <source>, </source>
            <comment>between words of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <comment>the last two of a list</comment>
            <translation>%1 和 %2</translation>
        </message>
        <message>
            <source>These inputs cannot be planned.</source>
            <translation>这些输入无法规划。</translation>
        </message>
        <message>
            <source>Nothing meets every requirement.</source>
            <translation>没有方案满足全部要求。</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <comment>GPU: why it is left out</comment>
            <translation>%1:%2。</translation>
        </message>
        <message numerus="yes">
            <source>Of %n GPU types and formats, %1.</source>
            <translation>
                <numerusform>在 %n 种 GPU 类型与格式中，%1。</numerusform>
            </translation>
        </message>
        <message>
            <source>Show the reasons</source>
            <translation>显示原因</translation>
        </message>
        <message>
            <source>The closest is shown, %1: %2.</source>
            <translation>显示最接近的方案，%1：%2。</translation>
        </message>
        <message>
            <source>The given fleet is too small.</source>
            <translation>给定的集群太小。</translation>
        </message>
        <message>
            <source>This is the best it can do: %1.</source>
            <translation>这是它能做到的最好结果：%1。</translation>
        </message>
        <message>
            <source>%1 fits and carries %2 of the %3 asked for</source>
            <translation>%1 放得下，能承载所要求 %3 中的 %2</translation>
        </message>
        <message>
            <source>%1 would do:</source>
            <translation>%1 可以胜任：</translation>
        </message>
        <message>
            <source>%1 cannot serve this model:</source>
            <translation>%1 无法服务此模型：</translation>
        </message>
        <message>
            <source>%1 are too few:</source>
            <translation>%1 太少：</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>number formats, size of the weights</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <comment>GPUs, number formats</comment>
            <translation>%1 张（%2）</translation>
        </message>
        <message numerus="yes">
            <source>its weights are %1; %n GPUs hold %2, and the engine needs a part of that.</source>
            <translation>
                <numerusform>其权重为 %1；%n 张 GPU 共 %2，引擎还需占用一部分。</numerusform>
            </translation>
        </message>
        <message>
            <source>It takes at least %1.</source>
            <translation>至少需要 %1。</translation>
        </message>
        <message>
            <source>What does: %1.</source>
            <translation>可行的方案：%1。</translation>
        </message>
        <message>
            <source>Show the arithmetic</source>
            <translation>显示计算过程</translation>
        </message>
        <message>
            <source>%1 does not run %2 on it.</source>
            <translation>%1 不在其上运行 %2。</translation>
        </message>
        <message>
            <source>Please note:</source>
            <translation>请注意：</translation>
        </message>
        <message>
            <source>p95</source>
            <translation>P95</translation>
        </message>
        <message>
            <source>median</source>
            <translation>中位数</translation>
        </message>
        <message>
            <source>target %1</source>
            <translation>目标 %1</translation>
        </message>
        <message>
            <source>your peak %1</source>
            <translation>当前峰值 %1</translation>
        </message>
        <message>
            <source>capacity %1</source>
            <translation>承载能力 %1</translation>
        </message>
        <message>
            <source>Time to first token at p95 is %1 at your peak of %2; the target of %3 holds up to %4.</source>
            <translation>在 %2 的峰值下 P95 首 token 时延为 %1；%3 的目标可维持到 %4。</translation>
        </message>
        <message>
            <source>a replica</source>
            <translation>一个副本</translation>
        </message>
        <message>
            <source>at your peak</source>
            <translation>在当前峰值</translation>
        </message>
        <message>
            <source>latency target</source>
            <translation>时延目标</translation>
        </message>
        <message>
            <source>At your peak a replica decodes %1 sequences at once and gives %2; its KV cache would take %3 sequences.</source>
            <translation>在峰值下一个副本同时解码 %1 个序列，产出 %2；其 KV 缓存可容纳 %3 个序列。</translation>
        </message>
        <message>
            <source>this layout</source>
            <translation>此布局</translation>
        </message>
        <message>
            <source>your peak</source>
            <translation>当前峰值</translation>
        </message>
        <message>
            <source>%1 a month at your peak of %2, %3 at twice the demand.</source>
            <translation>在 %2 的峰值下每月 %1，需求翻倍时为 %3。</translation>
        </message>
        <message>
            <source>demand</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>capacity that runs</source>
            <translation>运行的容量</translation>
        </message>
        <message>
            <source>%1 replicas all day</source>
            <translation>全天 %1 个副本</translation>
        </message>
        <message>
            <source>%1 to %2 replicas</source>
            <translation>%1 至 %2 个副本</translation>
        </message>
        <message>
            <source>On a working day demand rises to %1; %2 to %3 replicas run.</source>
            <translation>工作日需求升至 %1；运行 %2 至 %3 个副本。</translation>
        </message>
        <message>
            <source>%1 of %2: room for %3 a replica</source>
            <translation>%1 %2：每个副本可容纳 %3</translation>
        </message>
        <message>
            <source>weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>KV cache</source>
            <translation>KV 缓存</translation>
        </message>
        <message>
            <source>activations</source>
            <translation>激活</translation>
        </message>
        <message>
            <source>free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>%1: %2 a month, first token %3 at p95, headroom %4, from %5</source>
            <translation>%1：每月 %2，P95 首 token %3，余量 %4，来自 %5</translation>
        </message>
        <message>
            <source>%1× %2 · %3</source>
            <comment>GPUs, type, number format</comment>
            <translation>%1× %2 · %3</translation>
        </message>
        <message>
            <source>Time to first token against load</source>
            <translation>首 token 时延与负载</translation>
        </message>
        <message>
            <source>seconds · requests per second</source>
            <translation>秒 · 每秒请求数</translation>
        </message>
        <message>
            <source>requests per second</source>
            <translation>每秒请求数</translation>
        </message>
        <message>
            <source>time to first token</source>
            <translation>首 token 时延</translation>
        </message>
        <message>
            <source>Monthly cost of what would also do</source>
            <translation>备选方案的每月成本</translation>
        </message>
        <message>
            <source>Memory of one GPU</source>
            <translation>单张 GPU 的显存</translation>
        </message>
        <message>
            <source>Throughput against batch</source>
            <translation>吞吐量与批大小</translation>
        </message>
        <message>
            <source>output tokens per second · sequences at once</source>
            <translation>每秒输出 token · 同时序列数</translation>
        </message>
        <message>
            <source>sequences of a replica</source>
            <translation>单个副本的序列数</translation>
        </message>
        <message>
            <source>output tokens per second</source>
            <translation>每秒输出 token</translation>
        </message>
        <message>
            <source>Cost against demand</source>
            <translation>成本与需求</translation>
        </message>
        <message>
            <source>a month · peak requests per second</source>
            <translation>每月 · 峰值每秒请求数</translation>
        </message>
        <message>
            <source>peak requests per second</source>
            <translation>峰值每秒请求数</translation>
        </message>
        <message>
            <source>monthly cost</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>A working day</source>
            <translation>一个工作日</translation>
        </message>
        <message>
            <source>requests per second · hour</source>
            <translation>每秒请求数 · 小时</translation>
        </message>
        <message>
            <source>hour</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>What is left out, and why</source>
            <translation>排除项及原因</translation>
        </message>
        <message>
            <source>measured, ±%1</source>
            <translation>实测，±%1</translation>
        </message>
        <message>
            <source>calibrated, ±%1</source>
            <translation>已校准，±%1</translation>
        </message>
        <message>
            <source>estimated, ±%1</source>
            <translation>估算，±%1</translation>
        </message>
        <message numerus="yes">
            <source>%n replicas × %1</source>
            <comment>replicas, GPUs of one</comment>
            <translation>
                <numerusform>%n 个副本 × %1</numerusform>
            </translation>
        </message>
        <message>
            <source>△ %1 bought, %2 spare</source>
            <translation>△ 购买 %1，闲置 %2</translation>
        </message>
        <message>
            <source>%1–%2 at %3</source>
            <comment>range of GPUs at a confidence</comment>
            <translation>%3 置信度下 %1–%2</translation>
        </message>
        <message>
            <source>%1 by last edit</source>
            <translation>上次修改变化 %1</translation>
        </message>
        <message>
            <source>%1 if always on</source>
            <translation>全天运行为 %1</translation>
        </message>
        <message>
            <source>%1, undated</source>
            <translation>%1，日期不明</translation>
        </message>
        <message>
            <source>then %1 a token</source>
            <translation>之后每 token %1</translation>
        </message>
        <message>
            <source>without demand there is none to state</source>
            <translation>没有需求就无从谈起</translation>
        </message>
        <message>
            <source>%1, peak %2</source>
            <comment>capacity, and the peak it is for</comment>
            <translation>%1，峰值 %2</translation>
        </message>
        <message>
            <source>asked for %1</source>
            <translation>要求 %1</translation>
        </message>
        <message numerus="yes">
            <source>with %n replicas lost</source>
            <translation>
                <numerusform>失去 %n 个副本时</numerusform>
            </translation>
        </message>
        <message>
            <source>limit: %1</source>
            <translation>瓶颈：%1</translation>
        </message>
        <message>
            <source>without demand there are no tokens</source>
            <translation>没有需求就没有 token</translation>
        </message>
        <message>
            <source>%1 utilization</source>
            <translation>利用率 %1</translation>
        </message>
        <message>
            <source>%1 at peak</source>
            <comment>power of the servers</comment>
            <translation>峰值 %1</translation>
        </message>
        <message>
            <source>no plan</source>
            <translation>无规划结果</translation>
        </message>
        <message>
            <source>inputs refused</source>
            <translation>输入被拒绝</translation>
        </message>
        <message>
            <source>%1: %2 a month, first token within %3 for 95 of 100 requests, headroom %4.</source>
            <translation>%1：每月 %2,100 个请求中 95 个的首 token 在 %3 内，余量 %4。</translation>
        </message>
        <message>
            <source>native here: %1.</source>
            <comment>number format</comment>
            <translation>此处原生格式：%1。</translation>
        </message>
        <message>
            <source>Weights in %1, computed in bf16.</source>
            <translation>权重为 %1，以 bf16 计算。</translation>
        </message>
        <message>
            <source>First token</source>
            <translation>首 token</translation>
        </message>
        <message>
            <source>Per 1M tokens</source>
            <comment>cost of a million output tokens</comment>
            <translation>每百万 token</translation>
        </message>
        <message>
            <source>none</source>
            <comment>replicas that may fail</comment>
            <translation>无</translation>
        </message>
        <message>
            <source>one</source>
            <comment>replicas that may fail</comment>
            <translation>一个</translation>
        </message>
        <message>
            <source>two</source>
            <comment>replicas that may fail</comment>
            <translation>两个</translation>
        </message>
        <message>
            <source>Takes numbers above %1, up to %2.</source>
            <translation>可接受大于 %1、不超过 %2 的数。</translation>
        </message>
        <message>
            <source>Takes %1 to %2.</source>
            <translation>可接受 %1 至 %2。</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>规划</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>为什么？</translation>
        </message>
        <message>
            <source>Why %1: how the figure follows</source>
            <translation>为什么是 %1：推导过程</translation>
        </message>
        <message>
            <source>planning …</source>
            <translation>规划中…</translation>
        </message>
        <message>
            <source>Step %1 of %2</source>
            <translation>第 %1 步，共 %2 步</translation>
        </message>
        <message>
            <source>The answer on the right moves with every step.</source>
            <translation>右侧的结果随每一步变化。</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Skip the guide</source>
            <translation>跳过引导</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Guide me again</source>
            <translation>重新引导</translation>
        </message>
        <message>
            <source>tied</source>
            <comment>the peak follows from the users</comment>
            <translation>联动</translation>
        </message>
        <message>
            <source>%1; drag to override</source>
            <comment>formula of the peak</comment>
            <translation>%1；拖动即可改写</translation>
        </message>
        <message>
            <source>Follow the users again</source>
            <translation>恢复由用户数得出</translation>
        </message>
        <message>
            <source>set by hand</source>
            <translation>手动设定</translation>
        </message>
        <message>
            <source>More about demand</source>
            <translation>更多需求设置</translation>
        </message>
        <message>
            <source>More about hardware</source>
            <translation>更多硬件设置</translation>
        </message>
        <message>
            <source>Given fleet or layout</source>
            <translation>给定集群或布局</translation>
        </message>
        <message>
            <source>Leave a value out and the plan searches for it.</source>
            <translation>留空的项由规划搜索。</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>移除 %1</translation>
        </message>
        <message>
            <source>Number of GPUs</source>
            <translation>GPU 数量</translation>
        </message>
        <message>
            <source>Takes 1 to 100,000 GPUs of one type.</source>
            <translation>可接受 1 至 100,000 张同类 GPU。</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Why it is left out</source>
            <translation>排除原因</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Nothing to draw without a plan.</source>
            <translation>没有规划结果，无图可画。</translation>
        </message>
        <message>
            <source>p99</source>
            <translation>P99</translation>
        </message>
        <message>
            <source>simulated</source>
            <translation>仿真</translation>
        </message>
        <message>
            <source>Cost against latency of every option</source>
            <translation>各方案的费用与延迟</translation>
        </message>
        <message>
            <source>first token at p95 · a month</source>
            <translation>首 token P95 · 每月</translation>
        </message>
        <message>
            <source>not beaten in everything at once</source>
            <translation>未被其他方案全面超越</translation>
        </message>
        <message>
            <source>beaten by another</source>
            <translation>被其他方案全面超越</translation>
        </message>
        <message>
            <source>What moves the cost most</source>
            <translation>哪些因素最影响费用</translation>
        </message>
        <message>
            <source>a month · closed form</source>
            <translation>每月 · 解析估算</translation>
        </message>
        <message>
            <source>You are looking at another option: %1.</source>
            <translation>当前显示另一方案：%1。</translation>
        </message>
        <message>
            <source>The recommended one is %1 at %2 a month.</source>
            <translation>推荐方案为 %1，每月 %2。</translation>
        </message>
        <message>
            <source>Back to it</source>
            <translation>返回推荐方案</translation>
        </message>
        <message>
            <source>Where it may run</source>
            <translation>允许的地区</translation>
        </message>
        <message>
            <source>input lower</source>
            <translation>输入降低</translation>
        </message>
        <message>
            <source>input higher</source>
            <translation>输入升高</translation>
        </message>
        <message>
            <source>%1: %2 a month, first token %3 and each further token %4 at p95, headroom %5, %6 on average</source>
            <translation>%1：每月 %2，首 token P95 为 %3，其后每个 token %4，余量 %5，平均功率 %6</translation>
        </message>
        <message>
            <source>%1 options, %2 of them not beaten in cost, latency, headroom and power at once.</source>
            <translation>共 %1 个方案，其中 %2 个在费用、延迟、余量和功率上未被全面超越。</translation>
        </message>
        <message numerus="yes">
            <source>%n dearer options are not drawn.</source>
            <translation>
                <numerusform>另有 %n 个更贵的方案未画出。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 a month, %n GPUs</source>
            <translation>
                <numerusform>每月 %1，%n 块 GPU</numerusform>
            </translation>
        </message>
        <message>
            <source>no plan meets that</source>
            <translation>没有方案满足</translation>
        </message>
        <message>
            <source>being worked out …</source>
            <translation>计算中…</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>%1 moves the cost most: %2 gives %3, %4 gives %5.</source>
            <translation>%1对费用影响最大：%2 时%3，%4 时%5。</translation>
        </message>
        <message>
            <source>requests per second · simulated</source>
            <translation>每秒请求数 · 仿真</translation>
        </message>
    </context>
    <context>
        <name>ProposalBuilder</name>
        <message>
            <source>%1× %2 (%3)</source>
            <comment>count, instance, where</comment>
            <translation>%1× %2(%3)</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>致 %1</translation>
        </message>
        <message>
            <source>by %1</source>
            <comment>author</comment>
            <translation>作者 %1</translation>
        </message>
        <message>
            <source>Headroom · catalog %1 · prices as of %2</source>
            <translation>Headroom · 目录 %1 · 价格截至 %2</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>No layout in the catalog meets the requirements for %1, and none comes close enough to be shown. The reasons stand below.</source>
            <translation>目录中没有布局满足 %1 的要求，也没有足够接近而值得展示的。原因见下文。</translation>
        </message>
        <message>
            <source>To serve %1 at a peak of %2 requests per second we recommend %3 on %4, at %5 a month.</source>
            <translation>要在每秒 %2 个请求的峰值下服务 %1，我们推荐 %3，部署于 %4，每月 %5。</translation>
        </message>
        <message>
            <source>The fixed fleet cannot carry the peak of %2 requests per second for %1. The most it carries is %3 requests per second, with %4.</source>
            <translation>固定集群无法为 %1 承载每秒 %2 个请求的峰值。它最多承载每秒 %3 个请求，采用 %4。</translation>
        </message>
        <message>
            <source>Nothing meets every requirement for %1 at a peak of %2 requests per second. The closest is %3 at %4 a month.</source>
            <translation>在每秒 %2 个请求的峰值下，没有方案满足 %1 的全部要求。最接近的是 %3，每月 %4。</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Monthly cost</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>always on %1</source>
            <translation>全天运行 %1</translation>
        </message>
        <message>
            <source>First token, p95</source>
            <translation>首 token，P95</translation>
        </message>
        <message>
            <source>target %1</source>
            <translation>目标 %1</translation>
        </message>
        <message>
            <source>Headroom</source>
            <translation>余量</translation>
        </message>
        <message>
            <source>%1/s for a peak of %2/s</source>
            <translation>%1/s，峰值 %2/s</translation>
        </message>
        <message>
            <source>Per million output tokens</source>
            <translation>每百万输出 token</translation>
        </message>
        <message>
            <source>at %1 mean utilization</source>
            <translation>平均利用率 %1</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>The peak of %1 requests per second was given directly.</source>
            <translation>每秒 %1 个请求的峰值为直接给定。</translation>
        </message>
        <message>
            <source>%1 people × %2 active × %3 requests an hour ÷ 3,600 × peak factor %4 = %5 requests per second at the peak.</source>
            <translation>%1 人 × 活跃 %2 × 每小时 %3 个请求 ÷ 3,600 × 峰值系数 %4 = 峰值每秒 %5 个请求。</translation>
        </message>
        <message>
            <source>A mean request has %1 input and %2 output tokens; the longest may hold %3. Over the week the demand averages %4 requests per second.</source>
            <translation>平均请求有 %1 个输入 token 和 %2 个输出 token；最长可容纳 %3 个。一周平均需求为每秒 %4 个请求。</translation>
        </message>
        <message>
            <source>Recommendation</source>
            <translation>推荐方案</translation>
        </message>
        <message>
            <source>Closest option</source>
            <translation>最接近的方案</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>%1, %2 parameters (%3 active)</source>
            <translation>%1，%2 参数（激活 %3）</translation>
        </message>
        <message>
            <source>Hardware</source>
            <translation>硬件</translation>
        </message>
        <message>
            <source>%1× %2 in %3 replicas of %4 GPUs</source>
            <translation>%1× %2，共 %3 个副本，每个 %4 张 GPU</translation>
        </message>
        <message>
            <source>Layout of a replica</source>
            <translation>单个副本的布局</translation>
        </message>
        <message>
            <source>Number format</source>
            <translation>数值格式</translation>
        </message>
        <message>
            <source>%1, weights only</source>
            <translation>%1，仅权重</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>Instances</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>承载能力</translation>
        </message>
        <message>
            <source>%1 requests per second; %2 with the redundancy lost</source>
            <translation>每秒 %1 个请求；失去冗余副本时为 %2 个</translation>
        </message>
        <message>
            <source>Time to first token</source>
            <translation>首 token 时延</translation>
        </message>
        <message>
            <source>p50 %1, p95 %2</source>
            <translation>P50 %1,P95 %2</translation>
        </message>
        <message>
            <source>Time per output token</source>
            <translation>每 token 时延</translation>
        </message>
        <message>
            <source>Memory of one GPU</source>
            <translation>单张 GPU 的显存</translation>
        </message>
        <message>
            <source>%1 weights, %2 KV cache, %3 reserve, %4 free of %5</source>
            <translation>权重 %1，KV 缓存 %2，保留 %3，空闲 %4，共 %5</translation>
        </message>
        <message>
            <source>Bound by</source>
            <translation>瓶颈</translation>
        </message>
        <message>
            <source>Power of the servers</source>
            <translation>服务器功率</translation>
        </message>
        <message>
            <source>%1 at most, %2 on average</source>
            <translation>最高 %1，平均 %2</translation>
        </message>
        <message>
            <source>Certainty</source>
            <translation>可信度</translation>
        </message>
        <message>
            <source>estimated; %1 to %2 GPUs at %3</source>
            <translation>估算；%3 置信度下 %1 至 %2 张 GPU</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Price of one %1 and hour, as of %2</source>
            <translation>单个 %1 每小时价格，截至 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n instance(s), month of 730 hours, always on</source>
            <translation>
                <numerusform>%n 个实例，每月 730 小时，全天运行</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved by following the demand by hour of the week</source>
            <translation>按一周各小时的需求伸缩所节省</translation>
        </message>
        <message>
            <source>Cost of a month</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>Cost of a million output tokens</source>
            <translation>每百万输出 token 成本</translation>
        </message>
        <message>
            <source>Mean utilization over the week: %1. GPUs bought: %2, of which %3 are used.</source>
            <translation>一周平均利用率：%1。购买 GPU：%2 张，使用 %3 张。</translation>
        </message>
        <message>
            <source>Alternatives</source>
            <translation>备选方案</translation>
        </message>
        <message>
            <source>Option</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>money and percent</comment>
            <translation>%1(%2)</translation>
        </message>
        <message>
            <source>own hardware</source>
            <translation>自建</translation>
        </message>
        <message>
            <source>Fleets that were proposed</source>
            <translation>被提议的集群</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>Memory of the fleet</source>
            <translation>集群显存</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Fewest that hold it</source>
            <translation>至少需要</translation>
        </message>
        <message>
            <source>not run by the engine on this GPU</source>
            <translation>该引擎不在此 GPU 上运行</translation>
        </message>
        <message>
            <source>does not fit</source>
            <translation>放不下</translation>
        </message>
        <message>
            <source>fits, carries %1 requests per second</source>
            <translation>放得下，每秒承载 %1 个请求</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>图表</translation>
        </message>
        <message>
            <source>Time to first token against load</source>
            <translation>首 token 时延与负载</translation>
        </message>
        <message>
            <source>requests per second</source>
            <translation>每秒请求数</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>p95</source>
            <translation>P95</translation>
        </message>
        <message>
            <source>p50</source>
            <translation>P50</translation>
        </message>
        <message>
            <source>peak %1/s</source>
            <translation>峰值 %1/s</translation>
        </message>
        <message>
            <source>Monthly cost of the options</source>
            <translation>各方案的每月成本</translation>
        </message>
        <message>
            <source>Memory of one GPU: %1</source>
            <translation>单张 GPU 的显存：%1</translation>
        </message>
        <message>
            <source>weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>KV cache</source>
            <translation>KV 缓存</translation>
        </message>
        <message>
            <source>reserve</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>Monthly cost against peak demand</source>
            <translation>每月成本与峰值需求</translation>
        </message>
        <message>
            <source>requests per second at the peak</source>
            <translation>峰值每秒请求数</translation>
        </message>
        <message>
            <source>cost of a month</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>How the figures follow</source>
            <translation>数字的推导</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Follows from</source>
            <translation>由此得出</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Assumptions and sources</source>
            <translation>假设与来源</translation>
        </message>
        <message>
            <source>A month has 730 hours. Prices are list prices without taxes; capacity follows the demand hour by hour.</source>
            <translation>一个月为 730 小时。价格为不含税的标价；容量逐小时跟随需求。</translation>
        </message>
        <message>
            <source>Latency and capacity are closed-form estimates from datasheets and measured efficiencies, not a promise; measure before you buy.</source>
            <translation>时延与承载能力是由规格书与实测效率得出的闭式估算，并非承诺；购买前请实测。</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>事实</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Price of %1</source>
            <translation>%1 的价格</translation>
        </message>
        <message>
            <source>Engine constants: %1</source>
            <translation>引擎常数：%1</translation>
        </message>
        <message>
            <source>Left out, and why</source>
            <translation>排除项及原因</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <comment>GPU, format, reason</comment>
            <translation>%1,%2:%3</translation>
        </message>
    </context>
    <context>
        <name>ReasonTexts</name>
        <message numerus="yes">
            <source>%n do not hold the model</source>
            <translation>
                <numerusform>%n 种放不下模型</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n do not run the number format</source>
            <translation>
                <numerusform>%n 种不运行该数值格式</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are too slow</source>
            <translation>
                <numerusform>%n 种太慢</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n have no price in the chosen offers</source>
            <translation>
                <numerusform>%n 种在所选报价中没有价格</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draw too much power</source>
            <translation>
                <numerusform>%n 种功率过高</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n do not take the given layout</source>
            <translation>
                <numerusform>%n 种不适用给定布局</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are left out by the scenario</source>
            <translation>
                <numerusform>%n 种被场景排除</numerusform>
            </translation>
        </message>
        <message>
            <source>its power is not published, so the limit cannot be checked</source>
            <translation>其功率未公布，因此无法核对上限</translation>
        </message>
        <message>
            <source>its servers draw up to %1, the limit is %2</source>
            <translation>其服务器功率最高 %1，上限为 %2</translation>
        </message>
        <message>
            <source>the first token takes %1 at p95, the target is %2</source>
            <translation>P95 首 token 需要 %1，目标为 %2</translation>
        </message>
        <message>
            <source>each further token takes %1 at p95, the target is %2</source>
            <translation>P95 后续每个 token 需要 %1，目标为 %2</translation>
        </message>
        <message>
            <source>it takes %1 GPUs, the fleet has %2</source>
            <translation>需要 %1 张 GPU，集群有 %2 张</translation>
        </message>
        <message>
            <source>it does not keep the given layout</source>
            <translation>不符合给定布局</translation>
        </message>
        <message>
            <source>it is not among the chosen offers</source>
            <translation>不在所选报价之中</translation>
        </message>
        <message>
            <source>it uses another GPU than those chosen</source>
            <translation>使用了所选之外的 GPU</translation>
        </message>
        <message>
            <source>it carries %1, asked are %2 with the spare capacity</source>
            <translation>能承载 %1，含余量需要 %2</translation>
        </message>
        <message>
            <source>it is only offered on demand</source>
            <translation>仅提供按需</translation>
        </message>
        <message>
            <source>it meets the latency targets only at a lower load</source>
            <translation>仅在较低负载下满足时延目标</translation>
        </message>
        <message>
            <source>%1 does not run %2 on %3.</source>
            <translation>%1 不在 %3 上运行 %2。</translation>
        </message>
        <message>
            <source>%1 runs %2 on none of the allowed GPUs.</source>
            <translation>%1 不在任何允许的 GPU 上运行 %2。</translation>
        </message>
        <message numerus="yes">
            <source>%1 needs %2: too much for a fleet of %n GPUs.</source>
            <translation>
                <numerusform>%1 需要 %2：对 %n 张 GPU 的集群来说太大。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 needs %2: no layout of %3 holds it.</source>
            <translation>%1 需要 %2：没有 %3 的布局放得下。</translation>
        </message>
        <message>
            <source>%1 needs %2: no allowed GPU holds it.</source>
            <translation>%1 需要 %2：没有允许的 GPU 放得下。</translation>
        </message>
        <message>
            <source>memory for the KV cache</source>
            <translation>KV 缓存显存</translation>
        </message>
        <message>
            <source>memory for the weights</source>
            <translation>权重显存</translation>
        </message>
        <message>
            <source>arithmetic</source>
            <translation>算力</translation>
        </message>
        <message>
            <source>memory bandwidth</source>
            <translation>显存带宽</translation>
        </message>
        <message>
            <source>communication between GPUs</source>
            <translation>GPU 间通信</translation>
        </message>
        <message>
            <source>queueing</source>
            <translation>排队</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>it takes %1 GPUs, the limit is %2</source>
            <translation>需要 %1 块 GPU，上限为 %2 块</translation>
        </message>
        <message>
            <source>it is not in the regions that are allowed</source>
            <translation>不在允许的地区内</translation>
        </message>
    </context>
    <context>
        <name>ScenarioTexts</name>
        <message>
            <source>never saved</source>
            <translation>从未保存</translation>
        </message>
        <message>
            <source>revision %1 · edited</source>
            <translation>修订 %1 · 已编辑</translation>
        </message>
        <message>
            <source>revision %1 · saved</source>
            <translation>修订 %1 · 已保存</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>尚未保存</translation>
        </message>
        <message>
            <source>created</source>
            <translation>创建</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>duplicated</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>renamed</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>restored from %1</source>
            <translation>恢复自 %1</translation>
        </message>
        <message>
            <source>edits kept before restoring</source>
            <translation>恢复前保留的编辑</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Last change</source>
            <translation>最近修改</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>修订</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Scenarios</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Restore this revision</source>
            <translation>恢复此修订</translation>
        </message>
        <message>
            <source>Revisions of %1</source>
            <translation>%1 的修订</translation>
        </message>
        <message>
            <source>“%1” was deleted.</source>
            <translation>“%1”已删除。</translation>
        </message>
        <message>
            <source>Revision %1 is restored as a new one.</source>
            <translation>修订 %1 已恢复为新修订。</translation>
        </message>
        <message>
            <source>Saved as revision %1.</source>
            <translation>已保存为修订 %1。</translation>
        </message>
        <message>
            <source>%1 (copy)</source>
            <comment>title of a duplicate</comment>
            <translation>%1（副本）</translation>
        </message>
        <message>
            <source>New scenario</source>
            <translation>新场景</translation>
        </message>
        <message>
            <source>No scenario yet</source>
            <translation>还没有场景</translation>
        </message>
        <message>
            <source>A scenario is what you plan: demand, model, hardware and money. Every saved state is kept.</source>
            <translation>场景就是所规划的内容：需求、模型、硬件和费用。每次保存的状态都会保留。</translation>
        </message>
    </context>
    <context>
        <name>SettingsTexts</name>
        <message>
            <source>As the system</source>
            <comment>language or theme</comment>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Ctrl+1 to Ctrl+9 go to the pages. Ctrl+Z and Ctrl+Shift+Z undo and redo. Ctrl+S saves a revision, Ctrl+P makes the proposal. In charts and in the fleet the arrow keys move, and what stands there is read out.</source>
            <translation>Ctrl+1 至 Ctrl+9 切换页面。Ctrl+Z 与 Ctrl+Shift+Z 撤销与重做。Ctrl+S 保存修订，Ctrl+P 生成部署方案。在图表和集群中用方向键移动，并朗读当前位置的内容。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>数据文件夹</translation>
        </message>
        <message>
            <source>Scenarios, settings and imported models are stored here.</source>
            <translation>场景、设置和导入的模型保存在此处。</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Catalog</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Guided steps</source>
            <translation>引导步骤</translation>
        </message>
        <message>
            <source>The five steps that a first visit is led through.</source>
            <translation>首次使用时的五个引导步骤。</translation>
        </message>
        <message>
            <source>Guide me again</source>
            <translation>重新引导</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>键盘</translation>
        </message>
    </context>
    <context>
        <name>ShellTexts</name>
        <message>
            <source>Headroom %1 sizes, prices and watches the GPUs behind an LLM service. Free software under the GNU General Public License, version 3 or later.</source>
            <translation>Headroom %1 为 LLM 服务背后的 GPU 测算规模、估算价格并进行监控。依据 GNU 通用公共许可证第 3 版或更新版本发布的自由软件。</translation>
        </message>
        <message>
            <source>%1 – Headroom</source>
            <comment>window title: document</comment>
            <translation>%1 – Headroom</translation>
        </message>
        <message>
            <source>Title of the scenario</source>
            <translation>场景标题</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <source>Proposal …</source>
            <translation>部署方案…</translation>
        </message>
        <message>
            <source>New scenario</source>
            <translation>新场景</translation>
        </message>
        <message>
            <source>Save revision</source>
            <translation>保存修订</translation>
        </message>
        <message>
            <source>Save this page as a picture …</source>
            <translation>将此页保存为图片…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>撤销：%1</translation>
        </message>
        <message>
            <source>Redo: %1</source>
            <translation>重做：%1</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>About Headroom</source>
            <translation>关于 Headroom</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>加载中…</translation>
        </message>
    </context>
    <context>
        <name>WindowTexts</name>
        <message>
            <source>Plan</source>
            <translation>规划</translation>
        </message>
        <message>
            <source>Save the proposal</source>
            <translation>保存部署方案</translation>
        </message>
        <message>
            <source>proposal.pdf</source>
            <comment>suggested file name</comment>
            <translation>部署方案.pdf</translation>
        </message>
        <message>
            <source>PDF document (*.pdf)</source>
            <translation>PDF 文档(*.pdf)</translation>
        </message>
        <message>
            <source>Save the picture</source>
            <translation>保存图片</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>图片(*.png)</translation>
        </message>
        <message>
            <source>%1 was written.</source>
            <translation>已写入 %1。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>The store was brought up to date; the old one is kept as %1.</source>
            <translation>存储已更新；旧文件保留为 %1。</translation>
        </message>
        <message>
            <source>Set it aside and start afresh</source>
            <translation>将其移开并重新开始</translation>
        </message>
        <message>
            <source>The damaged store is kept as %1; a fresh one is in use.</source>
            <translation>损坏的存储保留为 %1；现在使用新的存储。</translation>
        </message>
    </context>
</TS>